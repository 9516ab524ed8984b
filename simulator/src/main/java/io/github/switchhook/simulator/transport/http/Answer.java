package io.github.switchhook.simulator.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.Refusal;
import java.nio.charset.StandardCharsets;

/**
 * An answer to a request for control.
 *
 * @param text JSON: the report, or {@code {code,message}}
 */
record Answer(int status, String text) {
  static final int UNAUTHORIZED = 401;
  static final int FORBIDDEN = 403;
  static final int NO_SUCH_OPERATION = 404;
  static final int NO_SUCH_METHOD = 405;
  static final int TOO_LARGE = 413;
  static final int BROKEN = 500;
  static final int TOO_BUSY = 503;
  static final String ALLOWED = "GET, POST";

  private static final int OK = 200;
  private static final int BAD_ARGUMENTS = 400;
  private static final int NOT_NOW = 409;

  static Answer text(String json) {
    return new Answer(OK, json);
  }

  static Answer report(JsonNode report) {
    return text(report.toString());
  }

  static Answer problem(int status, String code, String message) {
    return new Answer(status, Codec.object().put("code", code).put("message", message).toString());
  }

  static Answer refusal(Refusal refusal) {
    int status =
        switch (refusal.code()) {
          case MALFORMED_MESSAGE, INVALID_DATA -> BAD_ARGUMENTS;
          case UNKNOWN_COMMAND -> NO_SUCH_OPERATION;
          default -> NOT_NOW;
        };
    return problem(status, refusal.code().word(), refusal.explanation());
  }

  byte[] body() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
