package io.github.switchhook.conformance.wire;

/**
 * One thing that happened on a connection.
 *
 * @param micros microseconds since the run began
 * @param direction who did it
 * @param agent whose connection it is
 * @param connection the connection's number within its scenario, from 1; 0 for {@link
 *     Direction#ACT}
 * @param text the raw line without secrets; for {@link Direction#CLOSE} the code and reason
 */
public record WireLine(
    long micros, Direction direction, String agent, int connection, String text) {
  /** Who did what. */
  public enum Direction {
    /** The kit opened the connection. */
    OPEN("o"),
    /** The kit sent. */
    OUT(">"),
    /** The target sent. */
    IN("<"),
    /** One of them closed the connection, or it failed. */
    CLOSE("x"),
    /**
     * Something happened beside the protocol: a customer called, the far end acted, time passed.
     */
    ACT("*");

    private final String mark;

    Direction(String mark) {
      this.mark = mark;
    }

    /** Returns one character for narrow places. */
    public String mark() {
      return mark;
    }
  }
}
