package io.github.switchhook.simulator.transport;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts lines together as their bytes come. A line ends in CR LF and has no other control characters
 * than tabs (RFC 9112, 2.2; RFC 9110, 5.5): a reader that takes a lone CR or LF for an end reads
 * another request than this one does. For one thread at a time.
 */
public final class LineReader {
  /** So many a line may have, without its end. */
  public static final int MAX_BYTES = 8192;

  private static final int DELETE = 0x7f;

  private final StringBuilder line = new StringBuilder();
  private boolean returned;

  /**
   * Reads bytes up to the end of the line.
   *
   * @param tooLong what is thrown where it has more than {@link #MAX_BYTES}
   * @return the line without its end, a character for each byte; null where the rest has not come
   */
  public @Nullable String read(ByteBuffer bytes, Supplier<Refused> tooLong) throws Refused {
    while (bytes.hasRemaining()) {
      char next = (char) (bytes.get() & 0xff);
      if (returned || next == '\n') {
        if (!returned || next != '\n') {
          throw Refused.badRequest("expected lines that end in CR LF");
        }
        String whole = line.toString();
        line.setLength(0);
        returned = false;
        return whole;
      }
      if (next == '\r') {
        returned = true;
      } else if ((next < ' ' && next != '\t') || next == DELETE) {
        throw Refused.badRequest("expected no control characters");
      } else if (line.length() == MAX_BYTES) {
        throw tooLong.get();
      } else {
        line.append(next);
      }
    }
    return null;
  }
}
