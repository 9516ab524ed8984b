package io.github.switchhook.conformance.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.target.Agent;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.wire.EnvelopedConnection;
import io.github.switchhook.conformance.wire.Wire;
import io.github.switchhook.conformance.wire.WireLog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who takes part in one scenario. An agent joins, and is connected, when first named. Used by the
 * kit's thread alone.
 */
final class Participants {
  private static final List<String> NAMES = List.of("Alice", "Bob", "Carol", "Dave");

  private final Stage stage;
  private final WireLog log;
  private final Charges charges;
  private final Allowance allowance;
  private final Map<String, Participant> participants = new LinkedHashMap<>();

  Participants(Stage stage, WireLog log, Charges charges, Allowance allowance) {
    this.allowance = allowance;
    this.stage = stage;
    this.log = log;
    this.charges = charges;
  }

  /** Returns the one of that name, such as {@code Alice}. */
  Participant called(String name) {
    return Optional.ofNullable(participants.get(name)).orElseGet(() -> connect(name));
  }

  /** Returns who plays that name on this target, whether connected or not. */
  Agent agent(String name) {
    return stage
        .target()
        .agent(NAMES.indexOf(name))
        .orElseThrow(
            () -> charges.stop(Verdict.NOT_SUPPORTED, "the target has no agent to play " + name));
  }

  private Participant connect(String name) {
    Participant joined =
        new Participant(
            name, agent(name), stage.target().dialect(), open(name), charges::remark, allowance);
    participants.put(name, joined);
    return joined;
  }

  /** Returns who takes part, in the order in which they joined. */
  List<Participant> all() {
    return List.copyOf(participants.values());
  }

  void forEach(Consumer<Participant> action) {
    participants.values().forEach(action);
  }

  void forEachLine(Consumer<AgentLine> action) {
    forEach(participant -> participant.lines().forEach(action));
  }

  boolean isEmpty() {
    return participants.isEmpty();
  }

  /** Remembers whom a successful command brings to the other end. */
  static void noteParty(Participant participant, String command, JsonNode data) {
    Participant.Party party =
        switch (command) {
          case "channel.dial" -> Participant.Party.FAR_END;
          case "interaction.consult" -> Participant.Party.CONSULTED;
          case "conversation.blindconference" -> Participant.Party.THIRD;
          default -> null;
        };
    if (party != null) {
      participant.meets(party, data.path("destination").asText());
    }
  }

  /** Returns the agent who has somebody in this place; the first one if several do. */
  Participant whoMeets(Participant.Party party) {
    return participants.values().stream()
        .filter(participant -> participant.address(party).isPresent())
        .findFirst()
        .orElseThrow(() -> charges.impossible("the " + party.words() + " is in no call"));
  }

  /** Opens one more connection for an agent. */
  AgentLine openAnother(Participant participant) {
    return participant.addLine(open(participant.name()), charges::remark);
  }

  private EnvelopedConnection open(String name) {
    allowance.requireTime();
    try {
      return new EnvelopedConnection(
          new BoundedConnection(stage.wire().connect(name, log), allowance), stage.target());
    } catch (Wire.UnreachableException e) {
      stage.loginFailed();
      throw charges.stop(
          new Trouble(Trouble.Step.WEBSOCKET, String.valueOf(e.getMessage()), e.lookAt()));
    }
  }
}
