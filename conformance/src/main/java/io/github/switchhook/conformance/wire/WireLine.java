package io.github.switchhook.conformance.wire;

/**
 * One line of a wire log: a message or change of a connection, or a note of what the kit did.
 *
 * @param micros microseconds since the run began
 * @param direction what kind of thing happened, and on which side
 * @param agent whose connection it is; empty for a note
 * @param connection the connection's number within its scenario, from 1; 0 for a note
 * @param text the raw line without secrets; for {@link Direction#CLOSE} the code and reason; for a
 *     note its words
 * @param plain what the line says in PROTOCOL's words, for ladders: the text itself where the
 *     target uses them, empty for a line that is not a message of the protocol
 */
public record WireLine(
    long micros, Direction direction, String agent, int connection, String text, String plain) {
  /** Makes a line that is in PROTOCOL's words. */
  public WireLine(long micros, Direction direction, String agent, int connection, String text) {
    this(micros, direction, agent, connection, text, text);
  }

  /** The kinds of line, each with its mark in files. */
  public enum Direction {
    /** The kit opened the connection. */
    OPEN("o"),
    /** The kit sent a message. */
    OUT(">"),
    /** The target sent a message. */
    IN("<"),
    /** One of them closed the connection, or it failed. */
    CLOSE("x"),
    /** The kit began a step; the text is its sentence. */
    STEP("#"),
    /**
     * Something happened beside the protocol: a customer called, the far end acted, time passed.
     * The text is {@code {"act":…}} with the arguments of the action.
     */
    ACT("~"),
    /** The kit found something wrong. */
    FINDING("!");

    private final String mark;

    Direction(String mark) {
      this.mark = mark;
    }

    /** Returns one character for narrow places. */
    public String mark() {
      return mark;
    }
  }

  /** Returns the same line with what it says in PROTOCOL's words. */
  public WireLine saying(String words) {
    return new WireLine(micros, direction, agent, connection, text, words);
  }

  /** Tells whether the line's words differ from its text and are written beside it. */
  public boolean isForeign() {
    return !plain.equals(text);
  }

  /** Tells whether it was on a connection, and is not a note. */
  public boolean isOnWire() {
    return connection > 0;
  }
}
