package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.verdict.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The control of a switch in another process, over HTTP. */
final class RemoteControl {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(3);
  // Has to be longer than the longest await.
  private static final Duration ANSWER = Duration.ofSeconds(90);

  private final ControlEndpoint where;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  RemoteControl(ControlEndpoint where) {
    this.where = where;
  }

  static ObjectNode arguments() {
    return MAPPER.createObjectNode();
  }

  /**
   * Performs an operation. It has taken effect when this returns.
   *
   * @throws RemoteControlException where there is no such switch, or it refuses
   */
  JsonNode perform(String operation, ObjectNode arguments) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(where.control() + "/" + operation))
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + where.token())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(arguments)))
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return report(response.statusCode(), MAPPER.readTree(response.body()));
    } catch (JsonProcessingException e) {
      throw new RemoteControlException(
          ExitCode.UNREACHABLE, "what listens at " + where.control() + " is no switch");
    } catch (IOException e) {
      throw new RemoteControlException(
          ExitCode.UNREACHABLE,
          "nothing answers at " + where.control() + "; is switchhook serve running?");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RemoteControlException(ExitCode.INTERNAL, "interrupted");
    }
  }

  private static JsonNode report(int status, JsonNode body) {
    if (status == 200) {
      return body;
    }
    int exitCode =
        switch (status) {
          case 400, 404, 413 -> ExitCode.USAGE;
          case 401, 403 -> ExitCode.UNREACHABLE;
          case 409, 503 -> ExitCode.NOT_CONFORMANT;
          default -> ExitCode.INTERNAL;
        };
    String message = body.path("message").asText("");
    throw new RemoteControlException(
        exitCode, message.isEmpty() ? "answered with " + status : Escape.line(message));
  }
}
