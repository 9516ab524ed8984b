package io.github.switchhook.conformance.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Frames of RFC 6455, section 5, as a client reads and writes them. Strict: what the section
 * forbids a server is refused. One thread reads.
 */
final class Frames {
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int FINAL = 0x80;
  private static final int RESERVED = 0x70;
  private static final int MASKED = 0x80;
  private static final int SHORT_LENGTH = 126;
  private static final int LONG_LENGTH = 127;
  private static final int LONGEST_CONTROL = 125;
  private static final int PROTOCOL_ERROR = 1002;
  private static final int NOT_CONSISTENT = 1007;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final InputStream in;
  private final int longest;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();

  /** The kind of the message whose parts are being read; 0 for none. */
  private int begun;

  /** Reads from a stream messages that are no longer than so many bytes. */
  Frames(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** What came. */
  sealed interface Received {
    /** A whole text message. */
    record Text(String text) implements Received {}

    /** A whole binary message of so many bytes. */
    record Binary(int bytes) implements Received {}

    /** A ping, to be answered with the same bytes. */
    record Ping(ByteBuffer payload) implements Received {}

    /** A part of a message, or a pong: nothing to do. */
    record Nothing() implements Received {}

    /** The other side closes; 1005 where it gave no code. */
    record Close(int code, String reason) implements Received {}

    /** A message that is too long; what follows cannot be read any more. */
    record TooLong() implements Received {}
  }

  /**
   * Reads the next frame.
   *
   * @throws FrameException if it breaks a rule
   * @throws IOException if the connection fails; an {@link EOFException} if it ends
   */
  Received next() throws IOException {
    int first = octet();
    int opcode = first & 0x0f;
    if ((first & RESERVED) != 0) {
      throw error("a frame with a reserved bit set, though no extension was agreed on", "5.2");
    }
    int second = octet();
    if ((second & MASKED) != 0) {
      throw error("a masked frame", "5.1");
    }
    boolean last = (first & FINAL) != 0;
    long length = length(second & ~MASKED);
    return switch (opcode) {
      case 0, TEXT, BINARY -> data(opcode, last, length);
      case CLOSE, PING, PONG -> control(opcode, last, length);
      default -> throw error("a frame with the reserved opcode " + opcode, "5.2");
    };
  }

  private long length(int seven) throws IOException {
    int octets = seven == SHORT_LENGTH ? 2 : seven == LONG_LENGTH ? Long.BYTES : 0;
    long length = seven;
    if (octets > 0) {
      length = 0;
      for (int i = 0; i < octets; i++) {
        length = (length << 8) | octet();
      }
      long least = octets == 2 ? SHORT_LENGTH : 1L << 16;
      if (length < least) {
        throw error("a length that is longer than it need be, or negative", "5.2");
      }
    }
    return length;
  }

  private Received data(int opcode, boolean last, long length) throws IOException {
    if (opcode == 0 && begun == 0) {
      throw error("a continuation of no message", "5.4");
    }
    if (opcode != 0 && begun != 0) {
      throw error("a message in the middle of another one", "5.4");
    }
    if (length > longest - message.size()) {
      return new Received.TooLong();
    }
    int kind = opcode == 0 ? begun : opcode;
    begun = last ? 0 : kind;
    message.writeBytes(payload((int) length));
    if (!last) {
      return new Received.Nothing();
    }
    byte[] whole = message.toByteArray();
    message.reset();
    return kind == BINARY
        ? new Received.Binary(whole.length)
        : new Received.Text(text(whole, "a text that is not UTF-8", "8.1"));
  }

  private Received control(int opcode, boolean last, long length) throws IOException {
    if (!last || length > LONGEST_CONTROL) {
      throw error("a control frame in parts or of more than 125 bytes", "5.5");
    }
    byte[] payload = payload((int) length);
    return switch (opcode) {
      case PING -> new Received.Ping(ByteBuffer.wrap(payload));
      case CLOSE -> closing(payload);
      default -> new Received.Nothing();
    };
  }

  private static Received closing(byte[] payload) throws FrameException {
    if (payload.length == 0) {
      return new Received.Close(1005, "");
    }
    if (payload.length == 1) {
      throw error("a close frame with half a code", "5.5.1");
    }
    ByteBuffer bytes = ByteBuffer.wrap(payload);
    int code = bytes.getShort() & 0xffff;
    boolean forbidden =
        code == 1004 || code == 1005 || code == 1006 || (code >= 1015 && code < 3000);
    if (code < 1000 || code >= 5000 || forbidden) {
      throw error("the close code " + code, "7.4");
    }
    byte[] reason = new byte[bytes.remaining()];
    bytes.get(reason);
    return new Received.Close(code, text(reason, "a close reason that is not UTF-8", "5.5.1"));
  }

  private byte[] payload(int length) throws IOException {
    byte[] payload = in.readNBytes(length);
    if (payload.length < length) {
      throw new EOFException();
    }
    return payload;
  }

  private int octet() throws IOException {
    int octet = in.read();
    if (octet < 0) {
      throw new EOFException();
    }
    return octet;
  }

  private static String text(byte[] bytes, String otherwise, String section) throws FrameException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FrameException(NOT_CONSISTENT, otherwise, section);
    }
  }

  private static FrameException error(String what, String section) {
    return new FrameException(PROTOCOL_ERROR, what, section);
  }

  /** Makes a whole, masked frame. */
  static byte[] frame(int opcode, ByteBuffer payload) {
    int length = payload.remaining();
    ByteBuffer frame = ByteBuffer.allocate(length + 14);
    frame.put((byte) (FINAL | opcode));
    if (length < SHORT_LENGTH) {
      frame.put((byte) (MASKED | length));
    } else if (length <= 0xffff) {
      frame.put((byte) (MASKED | SHORT_LENGTH)).putShort((short) length);
    } else {
      frame.put((byte) (MASKED | LONG_LENGTH)).putLong(length);
    }
    byte[] mask = new byte[4];
    RANDOM.nextBytes(mask);
    frame.put(mask);
    for (int i = 0; i < length; i++) {
      frame.put((byte) (payload.get(payload.position() + i) ^ mask[i & 3]));
    }
    byte[] whole = new byte[frame.position()];
    frame.flip().get(whole);
    return whole;
  }

  /** Makes a close frame; without a code where it is 1005. */
  static byte[] close(int code, String reason) {
    byte[] words = reason.getBytes(StandardCharsets.UTF_8);
    ByteBuffer payload = ByteBuffer.allocate(2 + words.length);
    if (code != 1005) {
      payload.putShort((short) code).put(words);
    }
    return frame(CLOSE, payload.flip());
  }
}
