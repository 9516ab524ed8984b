package io.github.switchhook.conformance.stimulus;

import java.time.Duration;

/** Lets time pass on the wall. Called on the kit's threads, which wait. */
@FunctionalInterface
public interface Sleeper {
  /** Sleeps in real time. */
  Sleeper SLEEP = time -> Thread.sleep(time.toMillis());

  /** Returns when the time has passed. */
  void pass(Duration time) throws InterruptedException;
}
