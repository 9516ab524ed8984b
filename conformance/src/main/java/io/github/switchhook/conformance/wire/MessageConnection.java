package io.github.switchhook.conformance.wire;

import java.nio.ByteBuffer;
import java.time.Duration;

/** One open WebSocket as the kit's thread sees it. No call blocks longer than its deadline. */
public interface MessageConnection extends AutoCloseable {
  /**
   * Sends a text frame. A failure to send shows as a closed connection or as silence, never as an
   * exception.
   */
  void send(String text);

  /** Sends a binary frame, with the same promise. */
  void send(ByteBuffer bytes);

  /** Takes the next thing that came, waiting for it at most this long. */
  Inbound receive(Duration timeout);

  /** Closes with code 1000; does nothing on a closed connection. */
  @Override
  void close();
}
