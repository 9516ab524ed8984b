package io.github.switchhook.simulator.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.simulator.agent.Client;
import io.github.switchhook.simulator.agent.Switch;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.Command;
import io.github.switchhook.simulator.protocol.Message;
import io.github.switchhook.simulator.protocol.Message.Event;
import io.github.switchhook.simulator.protocol.Message.Success;
import io.github.switchhook.simulator.protocol.Request;
import io.github.switchhook.simulator.protocol.RequestData;

/** An agent who is ready. Looks at what the switch says only as far as it needs to go on. */
final class Station implements Client {
  private static final String LOGIN =
      "{\"model\":\"benchmark\",\"override\":false,\"agent\":{\"id\":\"%s\",\"password\":\"secret\"}}";

  private final Switch theSwitch;
  private String session = "";
  private String channel = "";
  private String interaction = "";
  private String conversation = "";

  Station(Switch theSwitch, String agent) {
    this.theSwitch = theSwitch;
    send(request(Command.PREPARE_SESSION, "", LOGIN.formatted(agent)));
    send(request(Command.SESSION_START, session, "{}"));
    send(request(Command.CHANNEL_ACTIVATE, channel, "{}"));
  }

  /** Dials a number that answers at once. */
  void dial() {
    send(request(Command.CHANNEL_DIAL, channel, "{\"destination\":\"5550100\"}"));
  }

  Request toInteraction(Command command) {
    return request(command, interaction, "{}");
  }

  Request toConversation(Command command) {
    return request(command, conversation, "{}");
  }

  void send(Request request) {
    theSwitch.handle(this, request);
  }

  private static Request request(Command command, String target, String data) {
    ObjectNode read = Codec.readObject(data);
    ObjectNode whole = Codec.object().put("command", command.wireName()).put("target", target);
    whole.set("data", read);
    return new Request(command, target, new RequestData("data", read), whole);
  }

  @Override
  public void send(Message message) {
    if (message instanceof Event event) {
      switch (event.name()) {
        case "channel.created" -> channel = event.target();
        case "interaction.created" -> interaction = event.target();
        case "conversation.created" -> conversation = event.target();
        default -> {}
      }
    } else if (message instanceof Success success) {
      if (success.request().command() == Command.PREPARE_SESSION && success.data() != null) {
        session = success.data().path("session").textValue();
      }
    } else {
      throw new IllegalStateException("refused: " + message);
    }
  }
}
