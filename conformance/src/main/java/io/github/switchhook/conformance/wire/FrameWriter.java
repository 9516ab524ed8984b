package io.github.switchhook.conformance.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes whole frames, each within a deadline, and nothing behind a close frame. Thread-safe; no
 * method blocks longer than the deadline, or throws.
 */
final class FrameWriter {
  private final Socket plain;
  private final OutputStream out;
  private final Duration limit;
  private boolean closing;
  private boolean broken;
  private volatile @Nullable Watchdog last;

  FrameWriter(Opening.Opened open, Duration limit) {
    this.plain = open.plain();
    this.out = open.out();
    this.limit = limit;
  }

  /**
   * Writes a frame, unless the connection is closing or broken. Where that fails, the reader finds
   * how the connection ended, or {@link #stuck} says why.
   */
  synchronized void write(byte[] frame) {
    if (closing || broken) {
      return;
    }
    Watchdog watchdog = Watchdog.over(plain, limit);
    last = watchdog;
    try (watchdog) {
      out.write(frame);
      out.flush();
    } catch (IOException e) {
      broken = true;
    }
  }

  /**
   * Writes a close frame, after which nothing is written.
   *
   * @return false where nothing was written any more before that
   */
  synchronized boolean close(int code, String reason) {
    if (closing || broken) {
      return false;
    }
    write(Frame.closing(code, reason));
    closing = true;
    return true;
  }

  synchronized boolean isClosing() {
    return closing;
  }

  /** Says that the target did not read, where that has ended the connection. */
  Optional<String> stuck() {
    Watchdog watchdog = last;
    return watchdog != null && watchdog.struck()
        ? Optional.of("the target did not read within " + limit.toMillis() + " ms")
        : Optional.empty();
  }
}
