package io.github.switchhook.simulator.transport.http;

import io.github.switchhook.simulator.ControlPort;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Asks a switch's control over HTTP. */
final class Http {
  static final String TOKEN = "token-of-the-test";

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI control;

  Http(Simulator simulator) {
    control = simulator.controlUri().orElseThrow();
  }

  static Simulator start() throws IOException {
    return Simulator.start(SimulatorOptions.standard().withControl(new ControlPort(0, TOKEN)));
  }

  /** Returns a request for {@code /control} and what follows, with the token. */
  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(control + path))
        .timeout(Duration.ofSeconds(5))
        .header("Authorization", "Bearer " + TOKEN);
  }

  HttpResponse<String> post(String operation, String body) {
    return ask(to("/" + operation).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Returns the answer to what may take a while. */
  CompletableFuture<HttpResponse<String>> later(String operation, String body) {
    return client.sendAsync(
        to("/" + operation)
            .timeout(Duration.ofSeconds(60))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> ask(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
