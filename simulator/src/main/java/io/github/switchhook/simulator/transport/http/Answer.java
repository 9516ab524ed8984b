package io.github.switchhook.simulator.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An answer to a request for control. It is the last on its connection: one request each, so that
 * nobody has to agree where the next one begins.
 *
 * @param text JSON: the report, or {@code {code,message}}
 */
record Answer(int status, String text) {
  static final int BAD_REQUEST = 400;
  static final int UNAUTHORIZED = 401;
  static final int FORBIDDEN = 403;
  static final int NO_SUCH_OPERATION = 404;
  static final int NO_SUCH_METHOD = 405;
  static final int TOO_SLOW = 408;
  static final int TOO_LARGE = 413;
  static final int TARGET_TOO_LONG = 414;
  static final int EXPECTATION_FAILED = 417;
  static final int HEAD_TOO_LARGE = 431;
  static final int BROKEN = 500;
  static final int TOO_BUSY = 503;
  static final int NO_SUCH_VERSION = 505;

  private static final int OK = 200;
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
          case MALFORMED_MESSAGE, INVALID_DATA -> BAD_REQUEST;
          case UNKNOWN_COMMAND -> NO_SUCH_OPERATION;
          default -> NOT_NOW;
        };
    return problem(status, refusal.code().word(), refusal.explanation());
  }

  /** The bytes of it (RFC 9112, 4). */
  ByteBuffer bytes(boolean withBody) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + status
            + " "
            + reason()
            + "\r\nContent-Type: application/json\r\nCache-Control: no-store\r\n"
            + "Connection: close\r\n"
            + switch (status) {
              case UNAUTHORIZED -> "WWW-Authenticate: Bearer realm=\"switchhook\"\r\n";
              case NO_SUCH_METHOD -> "Allow: GET, POST\r\n";
              default -> "";
            }
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    ByteBuffer bytes = ByteBuffer.allocate(head.length() + (withBody ? body.length : 0));
    bytes.put(head.getBytes(StandardCharsets.US_ASCII));
    return (withBody ? bytes.put(body) : bytes).flip();
  }

  private String reason() {
    return switch (status) {
      case OK -> "OK";
      case BAD_REQUEST -> "Bad Request";
      case UNAUTHORIZED -> "Unauthorized";
      case FORBIDDEN -> "Forbidden";
      case NO_SUCH_OPERATION -> "Not Found";
      case NO_SUCH_METHOD -> "Method Not Allowed";
      case TOO_SLOW -> "Request Timeout";
      case NOT_NOW -> "Conflict";
      case TOO_LARGE -> "Content Too Large";
      case TARGET_TOO_LONG -> "URI Too Long";
      case EXPECTATION_FAILED -> "Expectation Failed";
      case HEAD_TOO_LARGE -> "Request Header Fields Too Large";
      case TOO_BUSY -> "Service Unavailable";
      case NO_SUCH_VERSION -> "HTTP Version Not Supported";
      default -> "Internal Server Error";
    };
  }
}
