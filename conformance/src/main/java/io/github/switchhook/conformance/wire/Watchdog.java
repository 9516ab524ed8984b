package io.github.switchhook.conformance.wire;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Closes a socket on which an operation takes too long, because neither a write nor a whole
 * exchange has a deadline of its own. The blocked operation then fails. The thread that set a
 * watchdog closes it to disarm it.
 */
final class Watchdog implements AutoCloseable {
  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private final ScheduledFuture<?> closing;
  private volatile boolean struck;

  private Watchdog(Socket socket, Duration limit) {
    closing = TIMER.schedule(() -> strike(socket), limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Sets one; {@code socket} is the plain one, because one of TLS may wait for what blocks. */
  static Watchdog over(Socket socket, Duration limit) {
    return new Watchdog(socket, limit);
  }

  /** Tells whether it took too long. */
  boolean struck() {
    return struck;
  }

  @Override
  public void close() {
    closing.cancel(false);
  }

  private void strike(Socket socket) {
    struck = true;
    quietly(socket);
  }

  /** Closes a socket, whatever state it is in. */
  static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more.
    }
  }

  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "switchhook-deadlines");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }
}
