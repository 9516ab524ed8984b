package io.github.switchhook.simulator.fault;

import io.github.switchhook.simulator.protocol.Message;
import io.github.switchhook.simulator.protocol.Message.Confirm;
import io.github.switchhook.simulator.protocol.Message.Event;
import io.github.switchhook.simulator.protocol.Message.Failure;
import io.github.switchhook.simulator.protocol.Message.Success;
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
    if (message instanceof Event event) {
      return event.name();
    }
    if (message instanceof Success success) {
      return success.request().command().wireName();
    }
    if (message instanceof Confirm confirm) {
      return confirm.request().command().wireName();
    }
    return ((Failure) message).command();
  }

  Outgoing withText(String newText) {
    return new Outgoing(message, newText);
  }
}
