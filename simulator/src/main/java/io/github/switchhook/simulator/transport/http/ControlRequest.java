package io.github.switchhook.simulator.transport.http;

import io.github.switchhook.simulator.transport.Refused;
import io.github.switchhook.simulator.transport.RequestHead;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A whole request that was accepted.
 *
 * @param path as it was sent, without the query
 */
record ControlRequest(String method, String path, String body) {
  /** Puts it together; JSON is UTF-8 (RFC 8259, 8.1). */
  static ControlRequest of(RequestHead head, byte[] body) throws Refused {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return new ControlRequest(head.method(), head.path(), text);
    } catch (CharacterCodingException e) {
      throw Refused.badRequest("expected a body in UTF-8");
    }
  }
}
