package io.github.switchhook.conformance.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * A whole frame as a target sent it: {@link FrameReader} has found nothing wrong with its header.
 *
 * @param opcode RFC 6455, section 5.2
 * @param bytes header and payload, from 0 on
 * @param payloadAt where the payload begins
 */
record Frame(int opcode, ByteBuffer bytes, int payloadAt) {
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  /** The longest payload of a control frame. */
  static final int LONGEST_CONTROL = 125;

  private static final int MASK_BYTES = 4;
  private static final int CODE_BYTES = 2;

  /** Stands for a close frame that says nothing. */
  private static final int NO_CODE = 1005;

  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * The code and reason in a close frame.
   *
   * @param code 1005 where it says nothing
   */
  record Close(int code, String reason) {}

  /**
   * Reads a close frame (RFC 6455, sections 5.5.1 and 7.4, and the codes that IANA has added).
   *
   * @throws FrameException if it has half a code, one that may not be sent, or a reason that is not
   *     UTF-8
   */
  Close close() throws FrameException {
    ByteBuffer payload = bytes.duplicate().position(payloadAt);
    if (!payload.hasRemaining()) {
      return new Close(NO_CODE, "");
    }
    if (payload.remaining() < CODE_BYTES) {
      throw FrameException.breach("a close frame with half a code", "5.5.1");
    }
    int code = payload.getShort() & 0xffff;
    if (!maySend(code)) {
      throw FrameException.breach("the close code " + code, "7.4");
    }
    try {
      return new Close(code, StandardCharsets.UTF_8.newDecoder().decode(payload).toString());
    } catch (CharacterCodingException e) {
      throw FrameException.notUtf8("a close reason that is not UTF-8", "5.5.1");
    }
  }

  private static boolean maySend(int code) {
    boolean named = code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
    return named || (code >= 3000 && code <= 4999);
  }

  /** Makes a masked close frame with a short reason; without a code where it is 1005. */
  static byte[] closing(int code, String reason) {
    byte[] words = reason.getBytes(StandardCharsets.UTF_8);
    int length = code == NO_CODE ? 0 : CODE_BYTES + words.length;
    byte[] mask = new byte[MASK_BYTES];
    RANDOM.nextBytes(mask);
    ByteBuffer frame = ByteBuffer.allocate(2 + MASK_BYTES + length);
    frame.put((byte) (0x80 | CLOSE)).put((byte) (0x80 | length)).put(mask);
    if (length > 0) {
      frame.putShort((short) code).put(words);
    }
    byte[] whole = frame.array();
    for (int i = 0; i < length; i++) {
      whole[2 + MASK_BYTES + i] ^= mask[i % MASK_BYTES];
    }
    return whole;
  }
}
