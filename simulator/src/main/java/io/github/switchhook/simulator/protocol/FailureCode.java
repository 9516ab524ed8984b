package io.github.switchhook.simulator.protocol;

import java.util.Locale;

/** The codes of failures (PROTOCOL section 6). */
public enum FailureCode {
  MALFORMED_MESSAGE,
  UNKNOWN_COMMAND,
  UNKNOWN_TARGET,
  INVALID_DATA,
  INVALID_STATE,
  INVALID_DESTINATION,
  DESTINATION_UNAVAILABLE,
  UNSUPPORTED,
  SESSION_NOT_STARTED,
  AUTHENTICATION_FAILED,
  INTERNAL_ERROR;

  /** Returns the code on the wire, such as {@code invalid-state}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
