package io.github.switchhook.simulator.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** A clock that does something around the task of each timer; see {@link SwitchClock#wrapping}. */
record WrappingClock(SwitchClock clock, UnaryOperator<Runnable> wrap) implements SwitchClock {
  @Override
  public Instant now() {
    return clock.now();
  }

  @Override
  public void after(Duration delay, Runnable task) {
    clock.after(delay, wrap.apply(task));
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
