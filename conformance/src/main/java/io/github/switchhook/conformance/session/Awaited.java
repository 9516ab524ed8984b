package io.github.switchhook.conformance.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.match.Deviation;
import java.util.Optional;
import java.util.function.Function;

/** The result of waiting for a message of the target. */
public sealed interface Awaited {
  /** Applies the function for this case and returns its result. */
  <R> R fold(Function<Arrived, R> came, Function<Lost, R> lost);

  /** Returns the message; empty if it did not come. */
  default Optional<JsonNode> response() {
    return fold(came -> Optional.of(came.message()), lost -> Optional.empty());
  }

  /**
   * The awaited message came.
   *
   * @param message the whole message
   */
  record Arrived(JsonNode message) implements Awaited {
    @Override
    public <R> R fold(Function<Arrived, R> came, Function<Lost, R> lost) {
      return came.apply(this);
    }
  }

  /**
   * The awaited message did not come.
   *
   * @param deviation why not
   * @param lookAt what to look at, as it continues "look at"
   * @param over whether nothing can come any more on this connection
   */
  record Lost(Deviation deviation, String lookAt, boolean over) implements Awaited {
    @Override
    public <R> R fold(Function<Arrived, R> came, Function<Lost, R> lost) {
      return lost.apply(this);
    }
  }
}
