package io.github.switchhook.simulator.transport;

/** A client's connection, seen from the switch. Thread-safe; no method blocks. */
public interface Connection {
  /**
   * Puts a text message behind all that was sent before. It goes out with the next {@link #flush};
   * a client for which too much waits is cut off.
   */
  void queue(String text);

  /** Sends what is queued, in as few writes as possible. */
  void flush();

  /** Sends a text message after all that was sent before. */
  default void send(String text) {
    queue(text);
    flush();
  }

  /** Closes with a WebSocket close code, after what is queued. */
  void close(int code, String reason);
}
