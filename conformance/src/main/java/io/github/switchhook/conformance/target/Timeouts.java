package io.github.switchhook.conformance.target;

import java.time.Duration;

/**
 * How long the kit waits before it calls a target silent.
 *
 * @param connect for the WebSocket handshake
 * @param response for the answer to one request
 */
public record Timeouts(Duration connect, Duration response) {
  /** Three seconds to connect, two for a response. */
  public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(2));
}
