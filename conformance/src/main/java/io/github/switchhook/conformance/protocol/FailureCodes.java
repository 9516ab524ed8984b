package io.github.switchhook.conformance.protocol;

import java.util.List;

/** The codes of failures (PROTOCOL 6), as they stand on the wire. */
public final class FailureCodes {
  public static final String MALFORMED_MESSAGE = "malformed-message";
  public static final String UNKNOWN_COMMAND = "unknown-command";
  public static final String UNKNOWN_TARGET = "unknown-target";
  public static final String INVALID_DATA = "invalid-data";
  public static final String INVALID_STATE = "invalid-state";
  public static final String INVALID_DESTINATION = "invalid-destination";
  public static final String DESTINATION_UNAVAILABLE = "destination-unavailable";
  public static final String UNSUPPORTED = "unsupported";
  public static final String SESSION_NOT_STARTED = "session-not-started";
  public static final String AUTHENTICATION_FAILED = "authentication-failed";
  public static final String INTERNAL_ERROR = "internal-error";

  /** All failure codes (PROTOCOL 6). */
  public static final List<String> ALL =
      List.of(
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
          INTERNAL_ERROR);

  private FailureCodes() {}
}
