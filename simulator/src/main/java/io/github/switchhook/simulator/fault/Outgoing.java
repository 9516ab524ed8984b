package io.github.switchhook.simulator.fault;

import io.github.switchhook.simulator.protocol.Message;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to a client.
 *
 * @param message what the switch meant to say
 * @param text what the client is sent
 */
public record Outgoing(Message message, String text) {
  /** Returns the event, or the command that it answers; null where that was none. */
  public @Nullable String name() {
    return message.name();
  }

  Outgoing withText(String newText) {
    return new Outgoing(message, newText);
  }
}
