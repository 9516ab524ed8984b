package io.github.switchhook.simulator.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.RefusalException;
import io.github.switchhook.simulator.transport.Refused;
import io.github.switchhook.simulator.transport.Status;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An answer to a request for control. It is the last on its connection: one request each, so that
 * client and server need not agree where the next one begins.
 *
 * @param text JSON: the report, or {@code {code,message}}
 */
record Answer(Status status, String text) {
  static Answer text(String json) {
    return new Answer(Status.OK, json);
  }

  static Answer report(JsonNode report) {
    return text(Codec.text(report));
  }

  static Answer problem(Status status, String code, String message) {
    return new Answer(status, Codec.text(Codec.object().put("code", code).put("message", message)));
  }

  static Answer refusal(RefusalException refusal) {
    Status status =
        switch (refusal.code()) {
          case MALFORMED_MESSAGE, INVALID_DATA -> Status.BAD_REQUEST;
          case UNKNOWN_COMMAND -> Status.NOT_FOUND;
          default -> Status.CONFLICT;
        };
    return problem(status, refusal.code().wireName(), refusal.explanation());
  }

  static Answer refused(Refused refused) {
    String code =
        switch (refused.status()) {
          case UNAUTHORIZED -> "unauthorized";
          case FORBIDDEN -> "forbidden";
          case NOT_FOUND -> "unknown-command";
          case METHOD_NOT_ALLOWED -> "method-not-allowed";
          case CONTENT_TOO_LARGE, URI_TOO_LONG, HEADER_FIELDS_TOO_LARGE -> "too-large";
          case VERSION_NOT_SUPPORTED -> "version-not-supported";
          default -> "bad-request";
        };
    return problem(refused.status(), code, refused.explanation());
  }

  /** Returns the bytes of it (RFC 9112, 4). */
  ByteBuffer bytes(boolean withBody) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String head =
        status.line()
            + "Content-Type: application/json\r\nCache-Control: no-store\r\n"
            + "Connection: close\r\n"
            + switch (status) {
              case UNAUTHORIZED -> "WWW-Authenticate: Bearer realm=\"switchhook\"\r\n";
              case METHOD_NOT_ALLOWED -> "Allow: GET, POST\r\n";
              default -> "";
            }
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    ByteBuffer bytes = ByteBuffer.allocate(head.length() + (withBody ? body.length : 0));
    bytes.put(head.getBytes(StandardCharsets.US_ASCII));
    return (withBody ? bytes.put(body) : bytes).flip();
  }
}
