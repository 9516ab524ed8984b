package io.github.switchhook.simulator.transport;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts what a client sends into frames, and refuses what RFC 6455 forbids as soon as it shows: a
 * frame that is too long is not read to its end. Looks at headers and lengths only. Not
 * thread-safe.
 */
public final class FrameReader {
  static final int MAX_CONTROL = 125;

  private static final int MIN_HEADER = 2;
  private static final int MASK_BYTES = 4;
  private static final int LENGTH_IN_2_BYTES = 126;
  private static final int LENGTH_IN_8_BYTES = 127;
  private static final int FIRST_CHUNK = 512;

  private final int maxMessageBytes;
  private byte[] frame = new byte[FIRST_CHUNK];
  private int size;
  // Where the payload begins, once the second byte is there; where the frame ends, once all of the
  // header is.
  private int headerEnd;
  private int frameEnd;
  private boolean inMessage;
  private long messageBytes;

  /** Creates a reader of frames whose messages have at most so many bytes of payload. */
  public FrameReader(int maxMessageBytes) {
    this.maxMessageBytes = maxMessageBytes;
  }

  /**
   * Reads all of {@code in}.
   *
   * @param whole is given each frame as soon as all of it is there
   * @throws FrameException at the first breach; nothing may be read after that
   */
  public void read(ByteBuffer in, Consumer<Frame> whole) throws FrameException {
    while (in.hasRemaining()) {
      if (!fill(in)) {
        return;
      }
      if (headerEnd == 0) {
        firstTwoBytes(frame[0] & 0xff, frame[1] & 0xff);
      } else if (frameEnd == 0) {
        length();
      } else {
        whole.accept(
            new Frame(frame[0] & 0xf, ByteBuffer.wrap(Arrays.copyOf(frame, size)), headerEnd));
        size = 0;
        headerEnd = 0;
        frameEnd = 0;
        if (frame.length > FIRST_CHUNK) {
          // A buffer that one long message needed is not kept.
          frame = new byte[FIRST_CHUNK];
        }
      }
    }
  }

  /** Tells whether as much is there as is needed to go on. */
  private boolean fill(ByteBuffer in) {
    int wanted = headerEnd == 0 ? MIN_HEADER : frameEnd == 0 ? headerEnd - MASK_BYTES : frameEnd;
    int there = Math.min(wanted - size, in.remaining());
    if (size + there > frame.length) {
      // Grows with what has come, not with what was announced.
      frame = Arrays.copyOf(frame, Math.min(wanted, Math.max(2 * frame.length, size + there)));
    }
    in.get(frame, size, there);
    size += there;
    return size == wanted;
  }

  private void firstTwoBytes(int first, int second) throws FrameException {
    int opcode = first & 0xf;
    boolean last = (first & 0x80) != 0;
    int length = second & 0x7f;
    check((first & 0x70) == 0, "a reserved bit is set, and no extension was agreed on");
    check(opcode <= 2 || (opcode >= 8 && opcode <= 10), "there is no opcode " + opcode);
    check((second & 0x80) != 0, "the frames of a client must be masked");
    if (opcode >= 8) {
      check(last, "a control frame may not be in fragments");
      check(length <= MAX_CONTROL, "a control frame may have 125 bytes at most");
    } else {
      check(
          inMessage == (opcode == 0),
          inMessage
              ? "the message before has not ended"
              : "a continuation of a message that has not begun");
      inMessage = !last;
    }
    headerEnd =
        MIN_HEADER
            + MASK_BYTES
            + (length == LENGTH_IN_8_BYTES ? 8 : length == LENGTH_IN_2_BYTES ? 2 : 0);
    if (headerEnd == MIN_HEADER + MASK_BYTES) {
      // These two bytes tell all that has to be known.
      ends(length);
    }
  }

  private void length() throws FrameException {
    ByteBuffer header = ByteBuffer.wrap(frame);
    if ((frame[1] & 0x7f) == LENGTH_IN_2_BYTES) {
      int length = header.getShort(MIN_HEADER) & 0xffff;
      check(length > MAX_CONTROL, "the length is not in its shortest form");
      ends(length);
    } else {
      long length = header.getLong(MIN_HEADER);
      check(length >= 0, "the length has its first bit set");
      check(length > 0xffff, "the length is not in its shortest form");
      ends(length);
    }
  }

  private void ends(long length) throws FrameException {
    if ((frame[0] & 0xf) < 8) {
      messageBytes = (frame[0] & 0xf) == 0 ? messageBytes + length : length;
      // A sum cannot overflow: each part was within the limit.
      if (length > maxMessageBytes || messageBytes > maxMessageBytes) {
        throw new FrameException(
            FrameException.TOO_BIG, "a message may have " + maxMessageBytes + " bytes at most");
      }
    }
    frameEnd = headerEnd + (int) length;
  }

  private static void check(boolean kept, String breach) throws FrameException {
    if (!kept) {
      throw new FrameException(FrameException.PROTOCOL_ERROR, breach);
    }
  }
}
