package io.github.switchhook.conformance.ladder;

/**
 * One row of a ladder.
 *
 * @param micros microseconds since the run began
 * @param from the column that it begins at
 * @param to the column that it ends at; the same for something that happens in one place
 * @param kind what it is
 * @param label a few words
 * @param detail the raw line, without secrets
 */
public record LadderRow(
    long micros, String from, String to, RowKind kind, String label, String detail) {
  /** What a row shows. */
  public enum RowKind {
    /** A client asks. */
    REQUEST,
    /** It succeeded, or must be confirmed. */
    ANSWER,
    /** It was refused. */
    REFUSAL,
    /** The switch tells. */
    EVENT,
    /** Something happened beside the protocol. */
    ACT,
    /** A connection was opened or closed. */
    CONNECTION
  }
}
