package io.github.switchhook.cli;

import java.util.concurrent.CountDownLatch;

/** Waits for Ctrl-C, and holds the JVM until the command has closed what it had open. */
final class Interrupt {
  private static final long MILLIS_TO_CLOSE = 5_000;

  private final CountDownLatch pressed = new CountDownLatch(1);

  /** Watches for Ctrl-C on behalf of the thread that calls this. */
  Interrupt() {
    Thread caller = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  pressed.countDown();
                  joinQuietly(caller);
                }));
  }

  void await() throws InterruptedException {
    pressed.await();
  }

  private static void joinQuietly(Thread caller) {
    try {
      caller.join(MILLIS_TO_CLOSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
