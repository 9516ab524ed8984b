package io.github.switchhook.cli;

import io.github.switchhook.conformance.verdict.ExitCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Handles Ctrl-C and SIGTERM: interrupts the command, and holds the JVM until the command has
 * closed what it had open.
 */
public final class ShutdownSignal {
  private static final long SECONDS_TO_CLOSE = 10;
  private static final CountDownLatch ENDED = new CountDownLatch(1);
  private static volatile int exitCode;

  private final Object gate = new Object();
  private final CountDownLatch pressed = new CountDownLatch(1);
  private final Thread caller = Thread.currentThread();
  private boolean interruptible;

  /** Watches for Ctrl-C on behalf of the thread that calls this. */
  public ShutdownSignal() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::press));
  }

  /** Says that the command has ended, so that the JVM need not wait for it any longer. */
  static void commandEnded(int code) {
    exitCode = code;
    ENDED.countDown();
  }

  public void await() throws InterruptedException {
    pressed.await();
  }

  /** Releases all waiting threads, as if Ctrl-C was pressed. */
  public void release() {
    pressed.countDown();
  }

  /** Waits so long at most, and tells whether it was pressed. */
  public boolean await(Duration time) throws InterruptedException {
    return pressed.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  public boolean isPressed() {
    return pressed.getCount() == 0;
  }

  /** Does something in this thread, which is interrupted if Ctrl-C is pressed meanwhile. */
  public <T> T during(Supplier<T> work) {
    synchronized (gate) {
      interruptible = true;
      if (pressed.getCount() == 0) {
        caller.interrupt();
      }
    }
    try {
      return work.get();
    } finally {
      synchronized (gate) {
        interruptible = false;
        // What comes next writes files, and must not be interrupted.
        Thread.interrupted();
      }
    }
  }

  private void press() {
    synchronized (gate) {
      pressed.countDown();
      if (interruptible) {
        caller.interrupt();
      }
    }
    awaitEnd();
    if (exitCode == ExitCode.INTERRUPTED) {
      Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }
  }

  private static void awaitEnd() {
    try {
      boolean unused = ENDED.await(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
