package io.github.switchhook.simulator.transport.http;

import io.github.switchhook.simulator.transport.Fields;
import io.github.switchhook.simulator.transport.LineReader;
import io.github.switchhook.simulator.transport.Refused;
import io.github.switchhook.simulator.transport.RequestHead;
import io.github.switchhook.simulator.transport.Status;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a request's body together as its bytes come (RFC 9112, 6 and 7). For one thread at a time.
 */
final class BodyReader {
  static final int MAX_BYTES = 256 * 1024;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,50}+");
  private static final int MAX_EXTENSION = 255;
  private static final Pattern CHUNK =
      Pattern.compile("([0-9A-Fa-f]{1,50}+)(?:;.{0," + MAX_EXTENSION + "}+)?+", Pattern.DOTALL);
  private static final int HEXADECIMAL = 16;
  // More digits than any accepted length has.
  private static final int MAX_DIGITS = 7;

  private enum Stage {
    CHUNK_SIZE,
    BYTES,
    CHUNK_END,
    TRAILER,
    WHOLE
  }

  private final boolean chunked;
  private final LineReader lines = new LineReader();
  private final Fields trailer = new Fields();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private Stage stage;
  private int missing;

  /**
   * Begins to read what belongs to a head.
   *
   * @throws Refused where it does not say without doubt how long the body is, or it is too long
   */
  BodyReader(RequestHead head) throws Refused {
    Fields fields = head.fields();
    Optional<String> length = fields.one("Content-Length");
    chunked = fields.has("Transfer-Encoding");
    if (chunked) {
      if (length.isPresent()) {
        throw Refused.badRequest("expected Content-Length or Transfer-Encoding, not both");
      }
      if (!fields.is("Transfer-Encoding", "chunked")) {
        throw Refused.badRequest("expected no Transfer-Encoding but chunked, once");
      }
      if (head.minorVersion() == 0) {
        throw Refused.badRequest("expected HTTP/1.1 with Transfer-Encoding");
      }
      stage = Stage.CHUNK_SIZE;
    } else {
      if (length.isPresent() && !NUMBER.matcher(length.get()).matches()) {
        throw Refused.badRequest("expected Content-Length as a whole number");
      }
      missing = bounded(length.orElse("0"), 10, 0);
      stage = missing == 0 ? Stage.WHOLE : Stage.BYTES;
    }
  }

  /**
   * Reads bytes up to the end of the body, and leaves what comes behind it.
   *
   * @return whether the body is whole
   */
  boolean read(ByteBuffer bytes) throws Refused {
    while (stage != Stage.WHOLE) {
      if (stage == Stage.BYTES) {
        take(bytes);
        if (missing > 0) {
          return false;
        }
        stage = chunked ? Stage.CHUNK_END : Stage.WHOLE;
      } else {
        String line =
            lines.read(
                bytes, () -> Refused.badRequest("expected the size of a chunk on a short line"));
        if (line == null) {
          return false;
        }
        stage = next(line);
      }
    }
    return true;
  }

  byte[] body() {
    return body.toByteArray();
  }

  private Stage next(String line) throws Refused {
    switch (stage) {
      case CHUNK_SIZE -> {
        Matcher size = CHUNK.matcher(line);
        if (!size.matches()) {
          throw Refused.badRequest("expected the size of a chunk in hexadecimal digits");
        }
        missing = bounded(size.group(1), HEXADECIMAL, body.size());
        return missing == 0 ? Stage.TRAILER : Stage.BYTES;
      }
      case CHUNK_END -> {
        if (!line.isEmpty()) {
          throw Refused.badRequest("expected the end of a chunk where its size says");
        }
        return Stage.CHUNK_SIZE;
      }
      default -> {
        if (line.isEmpty()) {
          return Stage.WHOLE;
        }
        trailer.add(line);
        return Stage.TRAILER;
      }
    }
  }

  private void take(ByteBuffer bytes) {
    byte[] taken = new byte[Math.min(missing, bytes.remaining())];
    bytes.get(taken);
    body.write(taken, 0, taken.length);
    missing -= taken.length;
  }

  private static int bounded(String digits, int radix, int before) throws Refused {
    String number = digits.replaceFirst("^0++(?=.)", "");
    if (number.length() > MAX_DIGITS || Integer.parseInt(number, radix) > MAX_BYTES - before) {
      throw new Refused(Status.CONTENT_TOO_LARGE, "expected " + MAX_BYTES + " bytes at most");
    }
    return Integer.parseInt(number, radix);
  }
}
