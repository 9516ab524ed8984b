package io.github.switchhook.simulator.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A clock that stands still while clients are busy, and jumps to the next timer once the engine has
 * been idle for a short real time. A five-minute wait is over in milliseconds.
 */
public final class AutoClock implements SwitchClock {
  private final VirtualClock clock;
  private final Engine engine;
  private final long graceNanos;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread worker = new Thread(task, "switchhook-auto-clock");
            worker.setDaemon(true);
            return worker;
          });
  // In a turn only: whether the watch is due to look.
  private boolean watching;

  /**
   * Creates a clock that stands at {@code start}.
   *
   * @param grace the real time without any input after which time jumps
   */
  public AutoClock(Instant start, Engine engine, Duration grace) {
    this.clock = new VirtualClock(start);
    this.engine = engine;
    this.graceNanos = grace.toNanos();
  }

  @Override
  public Instant now() {
    return clock.now();
  }

  @Override
  public void after(Duration delay, Runnable task) {
    clock.after(delay, task);
    watchWhileTimersRun();
  }

  @Override
  public void advance(Duration by) {
    clock.advance(by);
  }

  @Override
  public void close() {
    watch.shutdownNow();
    // The timers may stay: the engine, which is closed next, takes no more turns.
  }

  private void watchWhileTimersRun() {
    if (!watching && clock.untilNext().isPresent()) {
      watching = true;
      lookAfter(graceNanos);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // a look that found the clock closed is no loss
  private void lookAfter(long nanos) {
    try {
      watch.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The clock was closed in the meantime, so time stands still for good.
    }
  }

  /** Advances the clock if the engine has been idle for long enough. Runs on the watch's thread. */
  private void look() {
    long left = graceNanos - engine.idleNanos();
    if (left > 0) {
      lookAfter(left);
    } else {
      engine.post(this::jump);
    }
  }

  private void jump() {
    try {
      clock.untilNext().ifPresent(clock::advance);
    } finally {
      watching = false;
      watchWhileTimersRun();
    }
  }
}
