package io.github.switchhook.simulator;

/**
 * The port on which control is open over HTTP, and the token that callers need.
 *
 * @param port 0 for any that is free
 * @param token what a caller has to know; not blank
 */
public record ControlPort(int port, String token) {
  /** Refuses an empty token, which anyone could guess. */
  public ControlPort {
    if (token.isBlank()) {
      throw new IllegalArgumentException("token: expected one that is not blank");
    }
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "control on port " + port;
  }
}
