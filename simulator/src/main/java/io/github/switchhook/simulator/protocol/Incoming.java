package io.github.switchhook.simulator.protocol;

/** What a client sent: a {@link Request}, or something that is none. */
public sealed interface Incoming permits Incoming.Malformed, Request {
  /**
   * A message that is no request (PROTOCOL section 6).
   *
   * @param answer what to send back
   */
  record Malformed(Message.Failure answer) implements Incoming {}
}
