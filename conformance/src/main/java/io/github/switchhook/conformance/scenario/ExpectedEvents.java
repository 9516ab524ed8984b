package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.match.ExpectedEvent;
import java.util.List;

/** What one agent must see of one step. */
public sealed interface ExpectedEvents {
  /**
   * Exactly these events, in this order, and no other.
   *
   * @param events in order; none means that nothing may come
   */
  record Exactly(List<ExpectedEvent> events) implements ExpectedEvents {
    public Exactly {
      events = List.copyOf(events);
    }
  }

  /**
   * At least some events, in this order, and never some others.
   *
   * @param contains these must come, others may stand between them
   * @param never none of these may come
   */
  record Among(List<ExpectedEvent> contains, List<ExpectedEvent> never) implements ExpectedEvents {
    public Among {
      contains = List.copyOf(contains);
      never = List.copyOf(never);
    }
  }
}
