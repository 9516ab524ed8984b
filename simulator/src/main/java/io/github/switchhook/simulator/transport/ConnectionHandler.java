package io.github.switchhook.simulator.transport;

/**
 * The switch's end of a {@link Connection}. The transport calls the methods of one line one after
 * another, on any of its threads.
 */
public interface ConnectionHandler {
  /** A text message came. */
  void received(String text);

  /** A binary message of so many bytes came. */
  void receivedBinary(int bytes);

  /**
   * The connection has gone; nothing comes after this.
   *
   * @param why a sentence without an end, for the journal: what the client said, or why it was cut
   *     off
   */
  void closed(String why);
}
