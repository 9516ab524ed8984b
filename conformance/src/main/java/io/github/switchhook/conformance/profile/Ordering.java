package io.github.switchhook.conformance.profile;

import java.time.Duration;
import java.util.function.Function;

/** The ways in which the kit learns that nothing more follows a step. */
public sealed interface Ordering {
  /** Applies the function for this case and returns its result. */
  <R> R fold(Function<ByBarrier, R> barrier, Function<Quiet, R> quiet);

  /**
   * Returns how the kit learns it after the target was made to do something that no request orders.
   */
  Ordering afterStimulated();

  /** Tells whether a refused request proves silence. */
  default boolean hasBarrier() {
    return fold(barrier -> true, quiet -> false);
  }

  /**
   * The target answers a request only after all events of what went before (PROTOCOL 4): a harmless
   * refused request proves silence.
   *
   * @param afterStimulus how long nothing must come after the target was made to do something
   *     beside the protocol, which no request orders; zero where such a thing has taken effect at
   *     once
   */
  record ByBarrier(Duration afterStimulus) implements Ordering {
    /** Makes the ordering of a target whose far ends act at once. */
    public ByBarrier() {
      this(Duration.ZERO);
    }

    @Override
    public <R> R fold(Function<ByBarrier, R> barrier, Function<Quiet, R> quiet) {
      return barrier.apply(this);
    }

    @Override
    public Ordering afterStimulated() {
      return afterStimulus.isZero() ? this : new Quiet(afterStimulus);
    }
  }

  /**
   * The target promises no such order: silence for this long ends a step.
   *
   * @param window how long nothing must come
   */
  record Quiet(Duration window) implements Ordering {
    @Override
    public <R> R fold(Function<ByBarrier, R> barrier, Function<Quiet, R> quiet) {
      return quiet.apply(this);
    }

    @Override
    public Ordering afterStimulated() {
      return this;
    }
  }
}
