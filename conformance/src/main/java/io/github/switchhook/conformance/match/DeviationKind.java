package io.github.switchhook.conformance.match;

import java.util.Locale;

/** The ways in which what came can differ from what the contract says. */
public enum DeviationKind {
  /** An expected event did not come. */
  MISSING,
  /** Something came that nothing asks for. */
  EXTRA,
  /** The right event came at another place in the sequence. */
  SWAPPED,
  /** The same event came twice. */
  DUPLICATED,
  /** The right event came on another object. */
  WRONG_OBJECT,
  /** The event reports another state. */
  WRONG_STATE,
  /** The event's data has another value. */
  WRONG_DATA,
  /** Events came before the response that should precede them. */
  RESPONSE_AFTER_EVENTS,
  /** An event came after the step that caused it was over. */
  LATE,
  /** The response repeats command, target or data otherwise than they were sent. */
  WRONG_ECHO,
  /** A failure or a prompt does not hold the whole request in {@code original}. */
  WRONG_ORIGINAL,
  /** Success where failure was due, or the like. */
  WRONG_RESULT,
  /** A failure with another code. */
  WRONG_CODE,
  /** A message that lacks what its kind must have. */
  WRONG_SHAPE,
  /** Blanks around a command or an event name. */
  WHITESPACE,
  /** No response came in time. */
  NO_RESPONSE,
  /** The connection was closed, or was not closed as it should. */
  CLOSED,
  /** What came is no WebSocket (RFC 6455), so that nothing more could be read. */
  MALFORMED,
  /** More came than the kit is willing to keep. */
  FLOOD,
  /** The far end did not get what it should. */
  WRONG_EFFECT;

  /** Returns the kind in small letters for a diff's margin, such as {@code wrong state}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
