package io.github.switchhook.conformance.profile;

import java.time.Duration;

/** How the kit learns that nothing more follows a step. */
public sealed interface Ordering {
  /**
   * The target answers a request only after all events of what went before (PROTOCOL 4): a harmless
   * refused request proves silence.
   *
   * @param afterStimulus how long nothing must come after the target was made to do something
   *     beside the protocol, which no request orders; zero where such a thing has taken effect at
   *     once
   */
  record Barrier(Duration afterStimulus) implements Ordering {
    /** A target whose far ends act at once. */
    public Barrier() {
      this(Duration.ZERO);
    }
  }

  /**
   * The target promises no such order: silence for this long ends a step.
   *
   * @param window how long nothing must come
   */
  record Quiet(Duration window) implements Ordering {}
}
