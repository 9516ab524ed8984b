package io.github.switchhook.simulator.transport;

import java.nio.ByteBuffer;

/** Makes messages of frames and frames of messages, once a client has been let in. */
public interface MessageProtocol {
  /** What a session has to do with. */
  interface Peer {
    /** Sends the answer that opens the WebSocket, or a frame. */
    void frame(byte[] bytes);

    /** A text message came. */
    void text(String message);

    /** A binary message of so many bytes came. */
    void binary(int bytes);

    /** What came cannot be understood. */
    void broken(int code);
  }

  /** One client's WebSocket. */
  interface Session {
    /** Takes in a frame, of which {@link FrameReader} approved; one after another. */
    void received(ByteBuffer frame);

    /** Makes a text message a frame. Thread-safe. */
    void send(String message);

    /** Forgets the session; sends nothing. */
    void end();
  }

  /**
   * Answers a request of which {@link Handshake} approved.
   *
   * @throws IllegalStateException where it cannot be answered
   */
  Session open(RequestHead head, Peer peer);
}
