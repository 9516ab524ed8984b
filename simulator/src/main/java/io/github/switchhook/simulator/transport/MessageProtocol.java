package io.github.switchhook.simulator.transport;

import java.nio.ByteBuffer;

/** Turns frames into messages and messages into frames, once a client has been accepted. */
public interface MessageProtocol {
  /** The connection that a session writes to and reports to. */
  interface Peer {
    /** Sends the answer that opens the WebSocket, or a frame. */
    void frame(byte[] bytes);

    /** Handles a text message. */
    void text(String message);

    /** Handles a binary message of {@code bytes} bytes. */
    void binary(int bytes);

    /** Handles bytes that break RFC 6455; {@code code} is the close code. */
    void broken(int code);
  }

  /** The WebSocket session of one client. */
  interface Session {
    /** Takes in a frame, of which {@link FrameReader} approved; one after another. */
    void received(ByteBuffer frame);

    /** Makes a text message a frame. Thread-safe. */
    void send(String message);

    /** Forgets the session without sending anything. */
    void end();
  }

  /**
   * Answers a request of which {@link Handshake} approved.
   *
   * @throws IllegalStateException where it cannot be answered
   */
  Session open(RequestHead head, Peer peer);
}
