package io.github.switchhook.simulator.protocol;

import java.util.Optional;
import java.util.function.Function;

/** A message of a client: a {@link Request}, or a text that is malformed. */
public sealed interface Incoming permits Incoming.Malformed, Request {
  /** Applies the function for this case and returns its result. */
  <R> R fold(Function<Request, R> request, Function<Malformed, R> malformed);

  /** Returns the request; empty where it is none. */
  default Optional<Request> request() {
    return fold(Optional::of, malformed -> Optional.empty());
  }

  /**
   * A message that is not a request (PROTOCOL section 6).
   *
   * @param answer what to send back
   */
  record Malformed(Message.Failure answer) implements Incoming {
    @Override
    public <R> R fold(Function<Request, R> request, Function<Malformed, R> malformed) {
      return malformed.apply(this);
    }
  }
}
