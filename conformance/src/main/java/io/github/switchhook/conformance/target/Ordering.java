package io.github.switchhook.conformance.target;

import java.time.Duration;

/** How the kit learns that nothing more follows a step. */
public sealed interface Ordering {
  /**
   * The target answers a request only after all events of what went before (PROTOCOL 4): a harmless
   * refused request proves silence.
   */
  record Barrier() implements Ordering {}

  /**
   * The target promises no such order: silence for this long ends a step.
   *
   * @param window how long nothing must come
   */
  record Quiet(Duration window) implements Ordering {}
}
