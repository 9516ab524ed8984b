package io.github.switchhook.conformance.profile;

import java.time.Duration;

/**
 * The times after which the kit calls a target silent, and the target's own.
 *
 * @param connect for the WebSocket handshake
 * @param response for the answer to one request
 * @param realTime how long one scenario may wait for the target's own timers, where its clock
 *     cannot be moved; zero for not at all
 * @param ring how long the target lets an offer ring at one agent before it takes it back
 */
public record Timeouts(Duration connect, Duration response, Duration realTime, Duration ring) {
  /** How long an offer rings where the profile says nothing (PROTOCOL 5, Without a command). */
  public static final Duration USUAL_RING = Duration.ofSeconds(30);

  /** Three seconds to connect, two for a response, none for timers. */
  public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(2));

  /** Does not wait for timers. */
  public Timeouts(Duration connect, Duration response) {
    this(connect, response, Duration.ZERO, USUAL_RING);
  }
}
