package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.protocol.Message;

/** Who is at the other end of a connection. Called in a turn; does not block. */
public interface Client {
  /** Sends after all that was sent before. */
  void send(Message message);
}
