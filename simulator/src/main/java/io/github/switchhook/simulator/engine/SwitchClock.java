package io.github.switchhook.simulator.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** The switch's time and its timers. In a turn only, except {@link #close()}. */
public interface SwitchClock extends AutoCloseable {
  /** Returns the current time of the switch. */
  Instant now();

  /**
   * Runs {@code task} in a turn once {@code delay} has passed. Timers that fall due at the same
   * moment run in the order in which they were set.
   */
  void after(Duration delay, Runnable task);

  /**
   * Lets time pass, and runs what falls due on the way.
   *
   * @throws UnsupportedOperationException where time passes by itself
   */
  void advance(Duration by);

  /**
   * Returns the same clock with something done around each timer's task.
   *
   * @param wrap makes of a task what runs in its place; called when the timer is set
   */
  default SwitchClock wrapping(UnaryOperator<Runnable> wrap) {
    return new WrappingClock(this, wrap);
  }

  /** Forgets all timers; none of them runs afterwards. */
  @Override
  void close();
}
