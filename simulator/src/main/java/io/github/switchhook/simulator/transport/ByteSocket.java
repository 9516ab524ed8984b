package io.github.switchhook.simulator.transport;

import java.nio.ByteBuffer;

/** A TCP connection. Thread-safe; no method blocks. */
public interface ByteSocket {
  /**
   * Sends some bytes; called again only when they have been taken.
   *
   * @param done is run once, on any thread, when all have been taken; never, where the connection
   *     has gone
   */
  void write(ByteBuffer bytes, Runnable done);

  /** Stops reading from the peer until {@link #resumeReading}. */
  void pauseReading();

  /** Reads from the peer again. */
  void resumeReading();

  /** Tells the peer that nothing more will come. */
  void finishOutput();

  /** Ends the connection at once, whatever the peer has not read. */
  void reset();
}
