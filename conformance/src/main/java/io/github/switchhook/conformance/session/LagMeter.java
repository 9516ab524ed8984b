package io.github.switchhook.conformance.session;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Measures how long threads of this process are kept from running: a thread that only sleeps
 * measures how late it wakes. This shows a busy machine, garbage collection and a suspended
 * process. Any thread may ask.
 */
public final class LagMeter implements LongSupplier {
  private static final long PERIOD_NANOS = 10_000_000;

  private final LongSupplier clock;
  private long total;
  private long due;

  /** Measures by a clock in nanoseconds; {@link #wake} is to be called once a period. */
  LagMeter(LongSupplier clock) {
    this.clock = clock;
    this.due = clock.getAsLong() + PERIOD_NANOS;
  }

  /** Returns the one that measures this process all the time. */
  public static LongSupplier ofThisProcess() {
    return Running.METER;
  }

  /** Notes that the thread which slept for a period has woken up. */
  synchronized void wake() {
    long now = clock.getAsLong();
    total += Math.max(0, now - due);
    due = now + PERIOD_NANOS;
  }

  /** Returns the nanoseconds of all delays so far, one that still lasts included. */
  @Override
  public synchronized long getAsLong() {
    return total + Math.max(0, clock.getAsLong() - due);
  }

  private static final class Running {
    static final LagMeter METER = start();

    private static LagMeter start() {
      LagMeter meter = new LagMeter(System::nanoTime);
      Thread thread =
          new Thread(
              () -> {
                while (true) {
                  LockSupport.parkNanos(PERIOD_NANOS);
                  meter.wake();
                }
              },
              "switchhook-lag");
      thread.setDaemon(true);
      thread.start();
      return meter;
    }
  }
}
