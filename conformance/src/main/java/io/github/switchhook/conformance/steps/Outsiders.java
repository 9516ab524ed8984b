package io.github.switchhook.conformance.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.steps.Participant.Party;
import io.github.switchhook.conformance.wire.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The customers and far ends of one scenario: who they are, and whose calls they are in. */
final class Outsiders {
  private static final String DATA = "data";

  private final Participants participants;
  private final Steering steering;
  private final Values values;
  private final Charges charges;
  private @Nullable String queue;

  Outsiders(Participants participants, Steering steering, Values values, Charges charges) {
    this.participants = participants;
    this.steering = steering;
    this.values = values;
    this.charges = charges;
  }

  /**
   * A customer calls, chats with or emails an agent.
   *
   * @param data what the customer's contact brings along, an object of texts
   */
  void contact(Medium medium, String from, Participant to, JsonNode data) {
    send(medium, from, medium.endpoint(to.agent()), data);
    if (medium == Medium.CALL) {
      to.meets(Party.FAR_END, from);
    }
  }

  /** A customer calls or writes to whoever is in a queue. */
  void contact(Medium medium, String from, String toQueue, JsonNode data) {
    send(medium, from, toQueue, data);
    queue = toQueue;
  }

  private void send(Medium medium, String from, String to, JsonNode data) {
    ObjectNode contact = Json.object().put("from", from).put("to", to);
    if (data.isEmpty()) {
      steering.perform(medium.operation(), contact);
    } else {
      steering.performWith(DATA, medium.operation(), contact.set(DATA, data));
    }
  }

  /**
   * Returns who the sentence means, for the stimulus: the address, and an agent whose call it is in
   * now; that is the first one who met that party, unless another one has it since. A caller of a
   * queue whom no agent has is found by the address alone.
   */
  ObjectNode find(Party party) {
    List<Participant> agents = participants.all();
    Optional<Participant> met =
        agents.stream().filter(agent -> agent.address(party).isPresent()).findFirst();
    String address =
        met.flatMap(agent -> agent.address(party))
            .or(() -> Optional.ofNullable(queue).map(waiting -> values.caller()))
            .orElseThrow(() -> charges.impossible("the " + party.words() + " is in no call"));
    ObjectNode found = Json.object();
    agents.stream()
        .filter(one -> one.view().meets(address))
        .min(Comparator.comparing(one -> !Optional.of(one).equals(met)))
        .or(() -> met)
        .ifPresent(one -> found.put("agent", one.agent().extension()));
    return found.put("address", address);
  }

  /** The customer who chats or has written leaves; where no agent has that, out of the queue. */
  void leave() {
    String from =
        participants.all().stream()
            .flatMap(agent -> endpoint(agent).stream())
            .findFirst()
            .or(() -> Optional.ofNullable(queue))
            .orElseThrow(() -> charges.impossible("no agent and no queue has the customer"));
    steering.perform("leave", Json.object().put("to", from));
  }

  /** The address of the channel of an agent that carries a chat or an email. */
  private static Optional<String> endpoint(Participant agent) {
    return List.of(Medium.CHAT, Medium.EMAIL).stream()
        .filter(medium -> agent.view().carries(medium.channel()))
        .map(medium -> medium.endpoint(agent.agent()))
        .findFirst();
  }
}
