package io.github.switchhook.simulator.transport;

/** A client's connection, seen from the switch. Thread-safe; no method blocks. */
public interface Connection {
  /** Sends a text message after all that was sent before. */
  void send(String text);

  /** Closes with a WebSocket close code. */
  void close(int code, String reason);
}
