package io.github.switchhook.conformance.transcript.convert;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.ladder.LadderBuilder;
import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.profile.Operations;
import io.github.switchhook.conformance.protocol.Barrier;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.Events;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.scenario.Action;
import io.github.switchhook.conformance.scenario.AgentStage;
import io.github.switchhook.conformance.scenario.ContactType;
import io.github.switchhook.conformance.scenario.ExpectedResponse;
import io.github.switchhook.conformance.scenario.PartyAct;
import io.github.switchhook.conformance.scenario.RemoteParty;
import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.scenario.ScenarioStep;
import io.github.switchhook.conformance.transcript.Transcript;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a transcript into a scenario that can be played against any target: ids become objects,
 * numbers become roles. Where a transcript does not say which party outside acted, it is inferred
 * from what the agent saw. Used once, by one thread.
 */
public final class TranscriptConverter {
  /** The silence after which an event counts as caused by a party outside the transcript. */
  private static final Duration GAP = Duration.ofMillis(300);

  private final Transcript transcript;
  private final Map<String, RecordedAgent> agentsByColumn = new LinkedHashMap<>();
  private final List<StepBuilder> builders = new ArrayList<>();
  private final NumberRoles numbers = new NumberRoles();
  private final InboundCallDetector inboundCalls;

  /** The connections on which the kit asks whether more follows; until then nothing is late. */
  private final Set<Integer> unsettled = new HashSet<>();

  private long lastMicros;

  private TranscriptConverter(Transcript transcript) {
    this.transcript = transcript;
    this.inboundCalls = new InboundCallDetector(transcript.lines());
  }

  /**
   * Converts a transcript.
   *
   * @param name what the scenario is called
   * @param path the file that messages about its steps name
   * @throws IllegalArgumentException if no agent logs in in it, or more than four do
   */
  public static ScenarioFile toScenario(Transcript transcript, String name, String path) {
    return new TranscriptConverter(transcript).scenario(name, path);
  }

  private ScenarioFile scenario(String name, String path) {
    for (WireLine line : transcript.lines()) {
      if (Barrier.isIn(line.text())) {
        barrier(line);
      } else {
        take(line);
        lastMicros = line.micros();
      }
    }
    if (agentsByColumn.isEmpty()) {
      throw new IllegalArgumentException(
          path + ": expected an agent that sends prepareSession, found none");
    }
    Map<String, AgentStage> agents = new LinkedHashMap<>();
    agentsByColumn.values().forEach(member -> agents.put(member.role(), member.start()));
    List<ScenarioStep> steps = new ArrayList<>();
    for (StepBuilder builder : builders) {
      steps.add(
          builder.step(
              path + ", step " + (steps.size() + 1), List.copyOf(agents.keySet()), numbers));
    }
    return new ScenarioFile(name, path, 1, Set.of(), agents, Map.of(), steps);
  }

  private void barrier(WireLine line) {
    if (line.direction() == Direction.OUT) {
      unsettled.add(line.connection());
    } else {
      unsettled.remove(line.connection());
    }
  }

  private void take(WireLine line) {
    JsonNode message = Json.parse(line.text()).orElseGet(Json::object);
    if (line.direction() == Direction.ACT) {
      act(message);
    } else if (line.direction() == Direction.OUT) {
      request(line, message);
    } else if (line.direction() == Direction.IN) {
      incoming(line, message);
    } else if (line.direction() == Direction.CLOSE) {
      unsettled.remove(line.connection());
    }
  }

  // --- what was done outside

  private void act(JsonNode act) {
    String of = numbers.agentAt(act.path("agent").asText()).orElse("");
    switch (act.path("act").asText()) {
      case Operations.CALL -> customer(ContactType.CALL, act);
      case Operations.CHAT -> customer(ContactType.CHAT, act);
      case Operations.EMAIL -> customer(ContactType.EMAIL, act);
      case Operations.ANSWER -> party(of, act, PartyAct.ANSWERS);
      case Operations.HANGUP -> party(of, act, PartyAct.HANGS_UP);
      case Operations.BUSY -> party(of, act, PartyAct.IS_BUSY);
      case Operations.REFUSE -> party(of, act, PartyAct.REFUSES);
      case Operations.NO_ANSWER -> party(of, act, PartyAct.DOES_NOT_ANSWER);
      case Operations.ADVANCE ->
          begin(
              StepBuilder.noted(new Action.Pass(Duration.ofSeconds(act.path("seconds").asLong()))));
      case Operations.DISPOSITIONS -> {
        Map<String, String> choices = new LinkedHashMap<>();
        act.path("dispositions")
            .forEach(
                choice -> choices.put(choice.path("id").asText(), choice.path("name").asText()));
        begin(
            StepBuilder.noted(
                new Action.SetDispositions(of, act.path("required").asBoolean(), choices)));
      }
      default -> {
        // The other actions are not part of a call.
      }
    }
  }

  private void customer(ContactType contact, JsonNode act) {
    String to = act.path("to").asText();
    // A channel for messages has an address that ends with the agent's extension.
    String extension = to.substring(to.lastIndexOf('-') + 1);
    String called = numbers.agentAt(to).or(() -> numbers.agentAt(extension)).orElse(to);
    inboundCalls.noted(act.path("from").asText());
    begin(
        StepBuilder.notedCustomer(new Action.Customer(contact, act.path("from").asText(), called)));
  }

  private void party(String of, JsonNode act, PartyAct what) {
    RecordedAgent member =
        agentsByColumn.values().stream()
            .filter(candidate -> candidate.role().equals(of))
            .findFirst()
            .orElse(null);
    String address = act.path("address").asText();
    RemoteParty party = member == null ? RemoteParty.FAR_END : member.partyAt(address);
    begin(
        StepBuilder.noted(
            new Action.PartyActs(party, of.isEmpty() ? Optional.empty() : Optional.of(of), what)));
  }

  // --- what agents sent

  private void request(WireLine line, JsonNode message) {
    String command = message.path("command").asText();
    if (command.equals(Commands.PREPARE_SESSION)) {
      prepare(line, message);
      return;
    }
    RecordedAgent member = agentsByColumn.get(LadderBuilder.column(line));
    if (member == null || command.isEmpty() || member.isLoggingIn(command, message)) {
      return;
    }
    Optional<String> to =
        member
            .aliasOf(message.path("target").asText())
            .map(ObjectRole::words)
            .or(() -> Optional.of(message.path("target").asText()))
            .filter(words -> !words.equals(ObjectRole.ofCommand(command).words()));
    JsonNode data = message.path("data");
    StepBuilder builder =
        begin(
            StepBuilder.sending(
                new Action.Send(
                    member.role(),
                    command,
                    to,
                    data.isObject() ? data : Json.object(),
                    new ExpectedResponse.Any(),
                    Map.of())));
    member.asks(builder, command, data.path("destination").asText());
  }

  private void prepare(WireLine line, JsonNode message) {
    String column = LadderBuilder.column(line);
    RecordedAgent member = agentsByColumn.get(column);
    if (member == null) {
      String id = message.path("data").path("agent").path("id").asText();
      List<String> taken = agentsByColumn.values().stream().map(RecordedAgent::role).toList();
      agentsByColumn.put(
          column, new RecordedAgent(RecordedAgent.freeRole(column, id, taken), line.connection()));
    } else if (member.connection() != line.connection()) {
      begin(StepBuilder.reconnecting(new Action.Disconnect(member.role())));
      member.takesOver(begin(StepBuilder.reconnecting(new Action.TakeOver(member.role()))));
      member.movesTo(line.connection());
    }
  }

  // --- what agents got

  private void incoming(WireLine line, JsonNode message) {
    RecordedAgent member = agentsByColumn.get(LadderBuilder.column(line));
    if (member == null) {
      return;
    }
    if (message.has("result")) {
      member.answered(message);
    } else if (message.has("name")) {
      ActualEvent event = member.view().apply(message, false);
      if (event.name().equals(Events.CHANNEL_CREATED)) {
        JsonNode channel = message.path("data");
        numbers.learn(
            member.role(), channel.path("type").asText(), channel.path("endpoint").asText());
      }
      boolean late = unsettled.isEmpty() && line.micros() - lastMicros > GAP.toNanos() / 1_000;
      boolean outside = isFromOutside(line, member, late);
      if (outside || (late && !member.isAwaitingLogin())) {
        member.isReady();
      }
      if (!member.isLoggingIn()) {
        if (builders.isEmpty() || outside) {
          begin(StepBuilder.inferring());
        }
        builders.get(builders.size() - 1).sees(member, event);
      }
      inboundCalls.heard(message);
    }
  }

  /** Tells whether an event shows that a party outside acted, without a note of it. */
  private boolean isFromOutside(WireLine line, RecordedAgent member, boolean late) {
    StepBuilder step =
        builders.isEmpty() ? StepBuilder.inferring() : builders.get(builders.size() - 1);
    Optional<String> arriving = inboundCalls.arrivingWith(line);
    if (arriving.isPresent()) {
      return numbers.agentAt(arriving.get()).isEmpty()
          && inboundCalls.isNew(arriving.get(), late, step.customerToCome(), this::isMet);
    }
    return late && !member.isAsking() && !step.isToShow();
  }

  private boolean isMet(String address) {
    return agentsByColumn.values().stream().anyMatch(member -> member.view().meets(address));
  }

  private StepBuilder begin(StepBuilder builder) {
    builders.add(builder);
    inboundCalls.stepBegins(agentsByColumn.values());
    agentsByColumn.values().forEach(RecordedAgent::isReady);
    return builder;
  }
}
