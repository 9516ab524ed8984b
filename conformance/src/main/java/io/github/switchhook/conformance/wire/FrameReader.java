package io.github.switchhook.conformance.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Cuts what a target sends into frames, and refuses what RFC 6455, section 5, forbids a server as
 * soon as the header shows it, before the payload of a frame that is too long. Looks at headers and
 * lengths only. One thread reads.
 */
final class FrameReader {
  /** The longest header that a server may send. */
  static final int LONGEST_HEADER = 2 + Long.BYTES;

  private static final int FINAL = 0x80;
  private static final int RESERVED = 0x70;
  private static final int MASKED = 0x80;
  private static final int SHORT_LENGTH = 126;
  private static final int LONG_LENGTH = 127;

  private final InputStream in;
  private final int longest;
  private boolean inMessage;
  private long messageBytes;

  /** A message is longer than it may be; what follows cannot be read any more. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Reads frames from a stream; a message of more bytes than the limit is refused. */
  FrameReader(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /**
   * Reads the next frame.
   *
   * @throws FrameException if it breaks a rule
   * @throws TooLongException if its message is too long
   * @throws IOException if the connection fails; an {@link EOFException} if it ends
   */
  Frame next() throws IOException {
    int first = octet();
    int opcode = first & 0x0f;
    if ((first & RESERVED) != 0) {
      throw FrameException.breach(
          "a frame with a reserved bit set, though no extension was agreed on", "5.2");
    }
    int second = octet();
    if ((second & MASKED) != 0) {
      throw FrameException.breach("a masked frame", "5.1");
    }
    ByteBuffer header = ByteBuffer.allocate(LONGEST_HEADER).put((byte) first).put((byte) second);
    long length = length(second, header);
    boolean last = (first & FINAL) != 0;
    switch (opcode) {
      case 0, Frame.TEXT, Frame.BINARY -> checkData(opcode, last, length);
      case Frame.CLOSE, Frame.PING, Frame.PONG -> checkControl(last, length);
      default -> throw FrameException.breach("a frame with the reserved opcode " + opcode, "5.2");
    }
    return new Frame(opcode, whole(header.flip(), (int) length), header.limit());
  }

  /** Reads the rest of a length, and puts it into the header too. */
  private long length(int seven, ByteBuffer header) throws IOException {
    int octets = seven == SHORT_LENGTH ? 2 : seven == LONG_LENGTH ? Long.BYTES : 0;
    long length = seven;
    if (octets > 0) {
      length = 0;
      for (int i = 0; i < octets; i++) {
        int octet = octet();
        header.put((byte) octet);
        length = (length << 8) | octet;
      }
      long least = octets == 2 ? SHORT_LENGTH : 1L << 16;
      if (length < least) {
        throw FrameException.breach("a length that is longer than it need be, or negative", "5.2");
      }
    }
    return length;
  }

  private void checkData(int opcode, boolean last, long length) throws IOException {
    if (opcode == 0 && !inMessage) {
      throw FrameException.breach("a continuation of no message", "5.4");
    }
    if (opcode != 0 && inMessage) {
      throw FrameException.breach("a message in the middle of another one", "5.4");
    }
    if (length > longest - messageBytes) {
      throw new TooLongException();
    }
    inMessage = !last;
    messageBytes = last ? 0 : messageBytes + length;
  }

  private static void checkControl(boolean last, long length) throws FrameException {
    if (!last || length > Frame.LONGEST_CONTROL) {
      throw FrameException.breach("a control frame in parts or of more than 125 bytes", "5.5");
    }
  }

  private ByteBuffer whole(ByteBuffer header, int length) throws IOException {
    byte[] frame = new byte[header.limit() + length];
    header.get(frame, 0, header.limit());
    if (in.readNBytes(frame, header.limit(), length) < length) {
      throw new EOFException();
    }
    return ByteBuffer.wrap(frame);
  }

  private int octet() throws IOException {
    int octet = in.read();
    if (octet < 0) {
      throw new EOFException();
    }
    return octet;
  }
}
