package io.github.switchhook.conformance.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.profile.Operations;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.scenario.ContactType;
import io.github.switchhook.conformance.scenario.RemoteParty;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The customers and far ends of one scenario: their addresses, and the calls that they are in. */
public final class ExternalParties {
  private static final String DATA = "data";

  private final TestAgents testAgents;
  private final StimulusControl stimulusControl;
  private final PlaceholderValues values;
  private final FindingRecorder recorder;
  private @Nullable String queue;

  ExternalParties(
      TestAgents testAgents,
      StimulusControl stimulusControl,
      PlaceholderValues values,
      FindingRecorder recorder) {
    this.testAgents = testAgents;
    this.stimulusControl = stimulusControl;
    this.values = values;
    this.recorder = recorder;
  }

  /**
   * Makes a customer call, chat with or email an agent.
   *
   * @param data what the customer's contact brings along, an object of texts
   */
  public void contact(ContactType medium, String from, TestAgent to, JsonNode data) {
    send(medium, from, medium.endpoint(to.agent()), data);
    if (medium == ContactType.CALL) {
      to.meets(RemoteParty.FAR_END, from);
    }
  }

  /** Makes a customer call or write to a queue; the target chooses the agent. */
  public void contact(ContactType medium, String from, String toQueue, JsonNode data) {
    send(medium, from, toQueue, data);
    queue = toQueue;
  }

  private void send(ContactType medium, String from, String to, JsonNode data) {
    ObjectNode contact = Json.object().put("from", from).put("to", to);
    if (data.isEmpty()) {
      stimulusControl.perform(medium.operation(), contact);
    } else {
      stimulusControl.performWith(DATA, medium.operation(), contact.set(DATA, data));
    }
  }

  /**
   * Returns the party that the sentence means, as arguments of a stimulus: its address, and the
   * extension of an agent that it is talking to. That is the first agent that met the party, unless
   * another agent has it since. A caller that still waits in a queue has an address only.
   */
  public ObjectNode find(RemoteParty party) {
    List<TestAgent> agents = testAgents.all();
    Optional<TestAgent> met =
        agents.stream().filter(agent -> agent.address(party).isPresent()).findFirst();
    String address =
        met.flatMap(agent -> agent.address(party))
            .or(() -> Optional.ofNullable(queue).map(waiting -> values.caller()))
            .orElseThrow(() -> recorder.impossible("the " + party.words() + " is in no call"));
    ObjectNode found = Json.object();
    agents.stream()
        .filter(one -> one.view().meets(address))
        .min(Comparator.comparing(one -> !Optional.of(one).equals(met)))
        .or(() -> met)
        .ifPresent(one -> found.put("agent", one.agent().extension()));
    return found.put("address", address);
  }

  /** Makes the customer of a chat or an email leave the agent, or the queue if no agent has it. */
  public void leave() {
    String from =
        testAgents.all().stream()
            .flatMap(agent -> endpoint(agent).stream())
            .findFirst()
            .or(() -> Optional.ofNullable(queue))
            .orElseThrow(() -> recorder.impossible("no agent and no queue has the customer"));
    stimulusControl.perform(Operations.LEAVE, Json.object().put("to", from));
  }

  /** Returns the address of the agent's channel that carries a chat or an email. */
  private static Optional<String> endpoint(TestAgent agent) {
    return List.of(ContactType.CHAT, ContactType.EMAIL).stream()
        .filter(medium -> agent.view().carries(medium.channel()))
        .map(medium -> medium.endpoint(agent.agent()))
        .findFirst();
  }
}
