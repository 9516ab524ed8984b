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
  /** The kinds of row, each drawn in its own way. */
  public enum RowKind {
    /** A request of a client. */
    REQUEST,
    /** An answer that says success, or asks for a confirmation. */
    ANSWER,
    /** An answer that says failure. */
    REFUSAL,
    /** An event from the switch. */
    EVENT,
    /** Something happened beside the protocol. */
    ACT,
    /** A connection was opened or closed. */
    CONNECTION
  }
}
