package io.github.switchhook.simulator.transport;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A whole frame as a client sent it: {@link FrameReader} has found nothing wrong with its header.
 *
 * @param opcode RFC 6455, section 5.2
 * @param bytes header and masked payload, from 0 on
 * @param payloadAt where the payload begins; the four bytes before it are the mask
 */
public record Frame(int opcode, ByteBuffer bytes, int payloadAt) {
  /** The opcode of a close frame. */
  public static final int CLOSE = 8;

  private static final int MASK_BYTES = 4;
  private static final int CODE_BYTES = 2;
  private static final int NO_CODE = 1005;

  /**
   * The content of a close frame.
   *
   * @param code 1005 where it says nothing
   * @param reason may be empty
   */
  public record Close(int code, String reason) {
    /** Tells whether the frame had no payload at all. */
    public boolean isEmpty() {
      return code == NO_CODE;
    }
  }

  /** Returns a copy of the payload, unmasked. */
  byte[] payload() {
    byte[] payload = new byte[bytes.limit() - payloadAt];
    for (int i = 0; i < payload.length; i++) {
      byte mask = bytes.get(payloadAt - MASK_BYTES + i % MASK_BYTES);
      payload[i] = (byte) (bytes.get(payloadAt + i) ^ mask);
    }
    return payload;
  }

  /**
   * Reads a close frame (RFC 6455, sections 5.5.1 and 7.4, and the codes that IANA has added).
   *
   * @throws FrameException where it has half a code, one that may not be sent, or a reason that is
   *     not UTF-8
   */
  public Close close() throws FrameException {
    byte[] payload = payload();
    if (payload.length == 0) {
      return new Close(NO_CODE, "");
    }
    if (payload.length < CODE_BYTES) {
      throw new FrameException(
          FrameException.PROTOCOL_ERROR, "a close frame has a code of two bytes, or nothing");
    }
    int code = ByteBuffer.wrap(payload).getShort() & 0xffff;
    if (!maySend(code)) {
      throw new FrameException(
          FrameException.PROTOCOL_ERROR, "the close code " + code + " may not be sent");
    }
    try {
      return new Close(
          code,
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(payload, CODE_BYTES, payload.length - CODE_BYTES))
              .toString());
    } catch (CharacterCodingException e) {
      throw new FrameException(FrameException.NOT_UTF8, "the reason to close is not UTF-8");
    }
  }

  private static boolean maySend(int code) {
    boolean named = code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
    return named || (code >= 3000 && code <= 4999);
  }

  /** Returns a frame as a server sends it: whole, and without a mask. */
  static byte[] unmasked(int opcode, byte[] payload) {
    if (payload.length > FrameReader.MAX_CONTROL) {
      throw new IllegalArgumentException("expected a control frame of at most 125 bytes");
    }
    byte[] frame = new byte[2 + payload.length];
    frame[0] = (byte) (0x80 | opcode);
    frame[1] = (byte) payload.length;
    System.arraycopy(payload, 0, frame, 2, payload.length);
    return frame;
  }

  /** Returns a ping frame with no payload, as a server sends it. */
  public static byte[] ping() {
    return unmasked(9, new byte[0]);
  }

  /** Returns the frame that answers a close: the same code, or nothing to nothing. */
  public static byte[] closing(Close close) {
    return close.isEmpty() ? unmasked(CLOSE, new byte[0]) : closing(close.code(), "");
  }

  /** Returns a close frame; a reason that is too long is cut between two characters. */
  public static byte[] closing(int code, String reason) {
    byte[] text = reason.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(text.length, FrameReader.MAX_CONTROL - CODE_BYTES);
    while (length < text.length && length > 0 && (text[length] & 0xc0) == 0x80) {
      length--;
    }
    return unmasked(
        CLOSE,
        ByteBuffer.allocate(CODE_BYTES + length)
            .putShort((short) code)
            .put(text, 0, length)
            .array());
  }
}
