package io.github.switchhook.conformance.match;

import java.util.Locale;

/** The ways in which a target's messages can differ from what PROTOCOL says. */
public enum DeviationKind {
  /** An expected event did not come. */
  MISSING,
  /** A message came that the scenario does not expect. */
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
  /** The response says failure, or must be confirmed, where that was not due. */
  WRONG_RESULT,
  /** The response says success where the request had to be refused. */
  NOT_REFUSED,
  /** The failure has another code. */
  WRONG_CODE,
  /** The message lacks what its kind must have. */
  WRONG_SHAPE,
  /** The command or event name has blanks around it. */
  WHITESPACE,
  /** No response came in time. */
  NO_RESPONSE,
  /** The connection was closed, or was not closed as it should. */
  CLOSED,
  /** The bytes are not WebSocket frames (RFC 6455); nothing more could be read. */
  MALFORMED,
  /** The target sent more than the kit is willing to keep. */
  FLOOD,
  /** The far end did not get what it should. */
  WRONG_EFFECT;

  /** Tells whether a request was refused that had to succeed, or the reverse. */
  public boolean isWrongResult() {
    return this == WRONG_RESULT || this == NOT_REFUSED;
  }

  /** Returns the kind in small letters for a diff's margin, such as {@code wrong state}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
