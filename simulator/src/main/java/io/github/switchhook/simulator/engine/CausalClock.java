package io.github.switchhook.simulator.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * A clock that tells the journal what a timer's doings come of: the request or act that set it, and
 * not the one that let time pass.
 */
public final class CausalClock implements SwitchClock {
  private final SwitchClock clock;
  private final Journal journal;

  /** Tells {@code journal} about the timers of {@code clock}. */
  public CausalClock(SwitchClock clock, Journal journal) {
    this.clock = clock;
    this.journal = journal;
  }

  @Override
  public Instant now() {
    return clock.now();
  }

  @Override
  public void after(Duration delay, Runnable task) {
    long cause = journal.cause();
    clock.after(
        delay,
        () -> {
          long interrupted = journal.cause();
          journal.resume(cause);
          try {
            task.run();
          } finally {
            journal.resume(interrupted);
          }
        });
  }

  @Override
  public void advance(Duration by) {
    clock.advance(by);
  }

  @Override
  public void close() {
    clock.close();
  }
}
