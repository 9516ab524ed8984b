package io.github.switchhook.conformance.transcript.convert;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.match.ExpectedEvent;
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
import org.jspecify.annotations.Nullable;

/** One step of a scenario while it is read from a transcript. */
final class StepBuilder {
  private static final Duration WITHIN = Duration.ofSeconds(30);

  private record Seen(RecordedAgent member, ActualEvent event, String object, String focus) {}

  private final @Nullable Action action;
  private final List<Seen> seen = new ArrayList<>();
  private ExpectedResponse reply = new ExpectedResponse.Any();

  /** A step; its deed is null where it must be inferred from what was seen. */
  StepBuilder(@Nullable Action action) {
    this.action = action;
  }

  boolean isTakeOver() {
    return action instanceof Action.TakeOver;
  }

  boolean isSend(String command) {
    return action instanceof Action.Send send && send.command().equals(command);
  }

  /** Whether somebody outside is noted to have acted, and nothing has come of it yet. */
  boolean isToShow() {
    boolean noted =
        action instanceof Action.Customer
            || action instanceof Action.PartyActs
            || action instanceof Action.Pass
            || action instanceof Action.SetDispositions;
    return noted && seen.isEmpty();
  }

  /**
   * Returns the number of the customer who is noted to have called, before anything comes of it.
   */
  Optional<String> customerToCome() {
    return isToShow() && action instanceof Action.Customer customer
        ? Optional.of(customer.from())
        : Optional.empty();
  }

  void sees(RecordedAgent member, ActualEvent event) {
    String object = event.objects().isEmpty() ? "" : event.objects().get(0);
    String focus = event.focus().stream().sorted().findFirst().orElse("");
    seen.add(new Seen(member, event, object, focus));
  }

  void answered(JsonNode response) {
    reply =
        switch (response.path("result").asText()) {
          case "success" -> new ExpectedResponse.Success(null);
          case "confirm" -> new ExpectedResponse.Confirm(null);
          case "failure" ->
              new ExpectedResponse.Refusal(response.path("failure").path("code").asText());
          default -> new ExpectedResponse.Any();
        };
  }

  ScenarioStep step(String place, List<String> agents, NumberRoles numbers) {
    Map<String, ExpectedEvents> sees = new LinkedHashMap<>();
    Action done = done(numbers);
    if (!(done instanceof Action.WaitFor)) {
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
    return new ScenarioStep(ScenarioStep.titleOf(done), place, done, sees, List.of());
  }

  private Action done(NumberRoles numbers) {
    Action known = action;
    if (known instanceof Action.Send send) {
      return new Action.Send(
          send.agent(),
          send.command(),
          send.to(),
          numbers.placeholders(send.data()),
          reply,
          send.keep());
    }
    return known == null ? inferred(numbers) : known;
  }

  /** Says who acted outside, from what the agent saw. */
  private Action inferred(NumberRoles numbers) {
    Seen first = seen.get(0);
    Optional<String> of = Optional.of(first.member().role());
    for (Seen each : seen) {
      JsonNode data = each.event().data();
      if (each.event().name().equals("interaction.created")
          && data.path("direction").asText().equals("inbound")) {
        return new Action.Customer(ContactType.CALL, caller(), each.member().role());
      }
      RemoteParty party =
          each.object().equals("consult") ? RemoteParty.CONSULTED : RemoteParty.FAR_END;
      boolean leg = each.object().equals("conversation") || each.object().equals("consult");
      if (leg && each.event().name().endsWith("state.updated")) {
        switch (data.path("state").asText()) {
          case "CONNECTED" -> {
            return new Action.PartyActs(party, of, PartyAct.ANSWERS);
          }
          case "FAILED" -> {
            return new Action.PartyActs(party, of, PartyAct.IS_BUSY);
          }
          case "NULL" -> {
            return new Action.PartyActs(party, of, PartyAct.HANGS_UP);
          }
          default -> {
            // Nobody outside makes an agent's leg do anything else.
          }
        }
      }
    }
    return new Action.WaitFor(first.member().role(), expected(first, numbers), WITHIN, Map.of());
  }

  private String caller() {
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
    if (seen.event().name().equals("interaction.focuschanged") && !seen.focus().isEmpty()) {
      cells.put("focus", seen.focus());
    }
    return new ExpectedEvent(name(seen.event().name()), seen.object(), cells);
  }

  /** Another vendor's prefix of the state event is a matter of dialect. */
  private static String name(String name) {
    return name.endsWith(".state.updated") ? "state.updated" : name;
  }
}
