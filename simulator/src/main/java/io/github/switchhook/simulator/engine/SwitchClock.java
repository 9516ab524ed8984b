package io.github.switchhook.simulator.engine;

import java.time.Duration;
import java.time.Instant;

/** The switch's time and its timers. Engine thread only, but for {@link #close()}. */
public interface SwitchClock extends AutoCloseable {
  /** The switch's time now. */
  Instant now();

  /**
   * Runs {@code task} on the engine thread once {@code delay} has passed. Timers that fall due at
   * the same moment run in the order in which they were set.
   */
  void after(Duration delay, Runnable task);

  /**
   * Lets time pass, and runs what falls due on the way.
   *
   * @throws UnsupportedOperationException where time passes by itself
   */
  void advance(Duration by);

  /** Forgets all timers. */
  @Override
  void close();
}
