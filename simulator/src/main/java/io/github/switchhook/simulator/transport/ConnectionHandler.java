package io.github.switchhook.simulator.transport;

/**
 * The switch's end of a {@link Connection}. The transport calls the methods of one handler one
 * after another, on any of its threads.
 */
public interface ConnectionHandler {
  /** Handles a text message. */
  void received(String text);

  /** Handles a binary message of {@code bytes} bytes, whose content is not handed on. */
  void receivedBinary(int bytes);

  /**
   * Notes that the connection has closed; no other call comes after this one.
   *
   * @param why a sentence without an end, for the journal: what the client said, or why it was cut
   *     off
   */
  void closed(String why);
}
