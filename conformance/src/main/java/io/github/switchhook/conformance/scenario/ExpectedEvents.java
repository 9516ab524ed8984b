package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.match.ExpectedEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The events that one agent must see of one step. */
public sealed interface ExpectedEvents {
  /** Applies the function for this case and returns its result. */
  <R> R fold(Function<Exactly, R> exactly, Function<Among, R> among);

  /** Returns the events where all are listed, in order; empty where others may come. */
  default Optional<List<ExpectedEvent>> complete() {
    return fold(exactly -> Optional.of(exactly.events()), among -> Optional.empty());
  }

  /**
   * Exactly these events, in this order, and no other.
   *
   * @param events in order; none means that nothing may come
   */
  record Exactly(List<ExpectedEvent> events) implements ExpectedEvents {
    public Exactly {
      events = List.copyOf(events);
    }

    @Override
    public <R> R fold(Function<Exactly, R> exactly, Function<Among, R> among) {
      return exactly.apply(this);
    }
  }

  /**
   * These events in this order, with any others between them, except some that must not come.
   *
   * @param contains these must come, others may stand between them
   * @param never none of these may come
   */
  record Among(List<ExpectedEvent> contains, List<ExpectedEvent> never) implements ExpectedEvents {
    public Among {
      contains = List.copyOf(contains);
      never = List.copyOf(never);
    }

    @Override
    public <R> R fold(Function<Exactly, R> exactly, Function<Among, R> among) {
      return among.apply(this);
    }
  }
}
