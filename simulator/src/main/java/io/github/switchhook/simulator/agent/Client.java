package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.protocol.Message;

/** The client at the other end of a connection. Called in a turn; does not block. */
public interface Client {
  /** Sends a message, after all that were sent before. */
  void send(Message message);
}
