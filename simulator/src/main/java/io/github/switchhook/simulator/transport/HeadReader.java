package io.github.switchhook.simulator.transport;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the head of a request together as its bytes come. For one thread at a time. */
public final class HeadReader {
  /** The largest size of all whole lines; one more may be on its way. */
  private static final int MAX_BYTES = 16 << 10;

  // The first byte of a TLS connection (RFC 8446, 5.1).
  private static final byte TLS_HANDSHAKE = 0x16;

  private final LineReader lines = new LineReader();
  private final Fields fields = new Fields();
  private @Nullable String requestLine;
  private boolean begun;
  private int length;

  /**
   * Reads bytes up to the end of the head, and leaves what comes behind it.
   *
   * @return the head, once it is whole
   * @throws Refused where it is malformed or too long
   */
  public Optional<RequestHead> read(ByteBuffer bytes) throws Refused {
    if (!begun && bytes.hasRemaining()) {
      begun = true;
      if (bytes.get(bytes.position()) == TLS_HANDSHAKE) {
        throw Refused.badRequest("expected an HTTP request, got something else (TLS, perhaps)");
      }
    }
    while (true) {
      String line = lines.read(bytes, this::lineTooLong);
      if (line == null) {
        return Optional.empty();
      }
      length += line.length() + 2;
      if (length > MAX_BYTES) {
        throw new Refused(
            Status.HEADER_FIELDS_TOO_LARGE, "expected a head of " + MAX_BYTES + " bytes at most");
      }
      if (requestLine == null) {
        // Some clients send an empty line behind the request before it (RFC 9112, 2.2).
        requestLine = line.isEmpty() ? null : line;
      } else if (line.isEmpty()) {
        return Optional.of(RequestHead.of(requestLine, fields));
      } else {
        fields.add(line);
      }
    }
  }

  private Refused lineTooLong() {
    return new Refused(
        requestLine == null ? Status.URI_TOO_LONG : Status.HEADER_FIELDS_TOO_LARGE,
        "expected " + LineReader.MAX_BYTES + " bytes a line at most");
  }

  /**
   * Tells whether the head's method is HEAD, whatever else is wrong with it: its answer has no
   * body.
   */
  public boolean isForHead() {
    return requestLine != null && requestLine.startsWith("HEAD ");
  }
}
