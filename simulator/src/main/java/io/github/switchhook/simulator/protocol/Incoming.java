package io.github.switchhook.simulator.protocol;

/** A message of a client: a {@link Request}, or a text that is malformed. */
public sealed interface Incoming permits Incoming.Malformed, Request {
  /**
   * A message that is not a request (PROTOCOL section 6).
   *
   * @param answer what to send back
   */
  record Malformed(Message.Failure answer) implements Incoming {}
}
