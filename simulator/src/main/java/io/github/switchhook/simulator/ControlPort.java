package io.github.switchhook.simulator;

/**
 * Where and for whom control is open over HTTP.
 *
 * @param port 0 for any that is free
 * @param token what a caller has to know; not blank
 */
public record ControlPort(int port, String token) {
  /** Refuses a token that everybody would guess. */
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
