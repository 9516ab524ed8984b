package io.github.switchhook.conformance.transcript.convert;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.protocol.Events;
import io.github.switchhook.conformance.protocol.Result;
import io.github.switchhook.conformance.scenario.Action;
import io.github.switchhook.conformance.scenario.ContactType;
import io.github.switchhook.conformance.scenario.ExpectedEvents;
import io.github.switchhook.conformance.scenario.ExpectedResponse;
import io.github.switchhook.conformance.scenario.PartyAct;
import io.github.switchhook.conformance.scenario.RemoteParty;
import io.github.switchhook.conformance.scenario.ScenarioStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One step of a scenario while it is read from a transcript. */
final class StepBuilder {
  private static final Duration WITHIN = Duration.ofSeconds(30);

  private record Seen(RecordedAgent member, ActualEvent event, String object, String focus) {}

  /** Makes the step's action once all its events are known; empty where it only waits. */
  private interface Doing {
    Optional<Action> action(StepBuilder step, NumberRoles numbers);
  }

  private final Doing doing;
  private final boolean noted;
  private final Optional<String> caller;
  private final List<Seen> seen = new ArrayList<>();
  private ExpectedResponse reply = new ExpectedResponse.Any();

  private StepBuilder(Doing doing, boolean noted, Optional<String> caller) {
    this.doing = doing;
    this.noted = noted;
    this.caller = caller;
  }

  /** Begins a step in which an agent sends a command; its reply is set when it is answered. */
  static StepBuilder sending(Action.Send send) {
    return new StepBuilder(
        (step, numbers) ->
            Optional.of(
                new Action.Send(
                    send.agent(),
                    send.command(),
                    send.to(),
                    numbers.placeholders(send.data()),
                    step.reply,
                    send.keep())),
        false,
        Optional.empty());
  }

  /** Begins a step in which an agent loses its connection or logs in on another one. */
  static StepBuilder reconnecting(Action action) {
    return new StepBuilder((step, numbers) -> Optional.of(action), false, Optional.empty());
  }

  /** Begins a step with an action that the transcript notes beside the agents' connections. */
  static StepBuilder noted(Action action) {
    return new StepBuilder((step, numbers) -> Optional.of(action), true, Optional.empty());
  }

  /** Begins a step with a customer's call or message that the transcript notes. */
  static StepBuilder notedCustomer(Action.Customer customer) {
    return new StepBuilder(
        (step, numbers) -> Optional.of(customer), true, Optional.of(customer.from()));
  }

  /** Begins a step whose action must be inferred from the agents' events. */
  static StepBuilder inferring() {
    return new StepBuilder((step, numbers) -> step.inferred(), false, Optional.empty());
  }

  /** Tells whether the noted action has had no effect so far. */
  boolean isToShow() {
    return noted && seen.isEmpty();
  }

  /** Returns the address of the noted customer, as long as no event has come of it. */
  Optional<String> customerToCome() {
    return caller.filter(from -> isToShow());
  }

  void sees(RecordedAgent member, ActualEvent event) {
    String object = event.objects().isEmpty() ? "" : event.objects().get(0);
    String focus = event.focus().stream().sorted().findFirst().orElse("");
    seen.add(new Seen(member, event, object, focus));
  }

  void answered(JsonNode response) {
    reply =
        switch (Result.of(response)) {
          case "success" -> new ExpectedResponse.Success(null);
          case "confirm" -> new ExpectedResponse.Confirm(null);
          case "failure" ->
              new ExpectedResponse.Refusal(response.path("failure").path("code").asText());
          default -> new ExpectedResponse.Any();
        };
  }

  ScenarioStep step(String place, List<String> agents, NumberRoles numbers) {
    Optional<Action> known = doing.action(this, numbers);
    Map<String, ExpectedEvents> sees = new LinkedHashMap<>();
    if (known.isPresent()) {
      for (String agent : agents) {
        sees.put(
            agent,
            new ExpectedEvents.Exactly(
                seen.stream()
                    .filter(each -> each.member().role().equals(agent))
                    .filter(each -> !each.object().isEmpty())
                    .map(each -> expected(each, numbers))
                    .toList()));
      }
    }
    Action done = known.orElseGet(() -> waiting(numbers));
    return new ScenarioStep(done.title(), place, done, sees, List.of());
  }

  private Action waiting(NumberRoles numbers) {
    Seen first = seen.get(0);
    return new Action.WaitFor(first.member().role(), expected(first, numbers), WITHIN, Map.of());
  }

  /**
   * Infers the action of a party outside from the agents' events; empty where they do not show it.
   */
  private Optional<Action> inferred() {
    Optional<String> of = Optional.of(seen.get(0).member().role());
    for (Seen each : seen) {
      JsonNode data = each.event().data();
      if (each.event().name().equals(Events.INTERACTION_CREATED)
          && data.path("direction").asText().equals("inbound")) {
        return Optional.of(
            new Action.Customer(ContactType.CALL, callerSeen(), each.member().role()));
      }
      RemoteParty party =
          each.object().equals("consult") ? RemoteParty.CONSULTED : RemoteParty.FAR_END;
      boolean leg = each.object().equals("conversation") || each.object().equals("consult");
      if (leg && each.event().name().endsWith(Events.STATE_UPDATED)) {
        Optional<PartyAct> act = act(data.path("state").asText());
        if (act.isPresent()) {
          return Optional.of(new Action.PartyActs(party, of, act.get()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the act of a party outside that moves an agent's leg to a state; empty if none does.
   */
  private static Optional<PartyAct> act(String state) {
    return switch (state) {
      case "CONNECTED" -> Optional.of(PartyAct.ANSWERS);
      case "FAILED" -> Optional.of(PartyAct.IS_BUSY);
      case "NULL" -> Optional.of(PartyAct.HANGS_UP);
      default -> Optional.empty();
    };
  }

  private String callerSeen() {
    return seen.stream()
        .map(each -> each.event().data().path("member").path("address").asText())
        .filter(address -> !address.isEmpty())
        .findFirst()
        .orElse("5559000");
  }

  private static ExpectedEvent expected(Seen seen, NumberRoles numbers) {
    JsonNode data = seen.event().data();
    Map<String, String> cells = new LinkedHashMap<>();
    for (String column : List.of("state", "direction", "role", "busy", "recording", "muted")) {
      boolean telling =
          data.path(column).isValueNode()
              && !(column.equals("muted") && !data.path(column).asBoolean())
              && !data.path(column).asText().equals("OFF");
      if (telling) {
        cells.put(column, data.path(column).asText());
      }
    }
    String member = data.path("member").path("address").asText();
    if (!member.isEmpty()) {
      cells.put("member", numbers.placeholder(member));
    }
    if (seen.event().name().equals(Events.INTERACTION_FOCUSCHANGED) && !seen.focus().isEmpty()) {
      cells.put("focus", seen.focus());
    }
    return new ExpectedEvent(name(seen.event().name()), seen.object(), cells);
  }

  /** Returns an event's name without the prefix that some dialects give to the state event. */
  private static String name(String name) {
    return name.endsWith(".state.updated") ? Events.STATE_UPDATED : name;
  }
}
