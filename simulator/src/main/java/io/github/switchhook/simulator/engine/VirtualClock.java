package io.github.switchhook.simulator.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** A clock that stands still until it is advanced. */
public final class VirtualClock implements SwitchClock {
  private record Timer(Instant due, long number, Runnable task) {}

  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparing(Timer::due).thenComparing(Timer::number));
  private Instant now;
  private long timersSet;

  /** Creates a clock that stands at {@code start}. */
  public VirtualClock(Instant start) {
    now = start;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void after(Duration delay, Runnable task) {
    timers.add(new Timer(now.plus(delay), timersSet++, task));
  }

  /** Returns the time until the next timer falls due; empty where none is set. */
  Optional<Duration> untilNext() {
    return Optional.ofNullable(timers.peek()).map(next -> Duration.between(now, next.due()));
  }

  @Override
  public void advance(Duration by) {
    Instant end = now.plus(by);
    for (Timer next = timers.peek();
        next != null && !next.due().isAfter(end);
        next = timers.peek()) {
      timers.remove();
      now = next.due();
      next.task().run();
    }
    now = end;
  }

  @Override
  public void close() {
    timers.clear();
  }
}
