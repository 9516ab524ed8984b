package io.github.switchhook.simulator.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A clock on which time passes by itself. */
public final class RealClock implements SwitchClock {
  private final Clock clock;
  private final Consumer<Runnable> engine;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread worker = new Thread(task, "switchhook-timer");
            worker.setDaemon(true);
            return worker;
          });

  /**
   * Creates a clock that hands what falls due to the engine.
   *
   * @param engine runs a task as a turn
   */
  public RealClock(Clock clock, Consumer<Runnable> engine) {
    this.clock = clock;
    this.engine = engine;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // a timer that found the clock closed is no loss
  public void after(Duration delay, Runnable task) {
    timer.schedule(() -> engine.accept(task), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void advance(Duration by) {
    throw new UnsupportedOperationException(
        "the switch runs on real time; start it on a virtual clock to advance it");
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
