package io.github.switchhook.conformance.stimulus;

import io.github.switchhook.conformance.profile.Secret;
import io.github.switchhook.conformance.wire.Diagnosis;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Sends requests to a target's HTTP interface for stimuli, by the JDK's client. Any thread may call
 * it.
 */
public final class Http {
  private final HttpClient client;
  private final Duration timeout;

  /**
   * The answer to a request.
   *
   * @param status the HTTP status
   * @param body as text, empty if there was none
   */
  public record Reply(int status, String body) {}

  /**
   * Makes the client; sends nothing.
   *
   * @param timeout for connecting, and again for each answer
   * @param tls the certificates to trust for {@code https:}
   */
  public Http(Duration timeout, SSLContext tls) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .sslContext(tls)
            .build();
    this.timeout = timeout;
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @param body JSON; empty for none
   * @throws BrokenStimulusException if no server can be reached there, or its answer is not HTTP
   * @throws IllegalStateException if none comes in time
   */
  public Reply send(String method, URI url, Map<String, Secret> headers, Optional<String> body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(timeout);
    headers.forEach((name, value) -> request.setHeader(name, value.value()));
    body.ifPresent(text -> request.setHeader("Content-Type", "application/json"));
    request.method(
        method,
        body.map(HttpRequest.BodyPublishers::ofString)
            .orElseGet(HttpRequest.BodyPublishers::noBody));
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body());
    } catch (HttpConnectTimeoutException e) {
      throw broken(method, url, e);
    } catch (HttpTimeoutException e) {
      throw new IllegalStateException(
          method + " " + url + " was not answered within " + timeout.toMillis() + " ms", e);
    } catch (IOException e) {
      throw broken(method, url, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(method + " " + url + " was interrupted", e);
    }
  }

  private static BrokenStimulusException broken(String method, URI url, IOException failure) {
    int port = url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
    String why = Diagnosis.of(failure, url.getHost(), port).why();
    return new BrokenStimulusException(method + " " + url + ": " + why, failure);
  }
}
