package io.github.switchhook.conformance.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.scenario.Deed;
import io.github.switchhook.conformance.scenario.Reply;
import io.github.switchhook.conformance.scenario.ScenarioStep;
import io.github.switchhook.conformance.scenario.Sight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step of a scenario while it is read from a transcript. */
final class Draft {
  private static final Duration WITHIN = Duration.ofSeconds(30);

  private record Seen(Cast member, ActualEvent event, String object, String focus) {}

  private final @Nullable Deed deed;
  private final List<Seen> seen = new ArrayList<>();
  private Reply reply = new Reply.Any();

  /** A step; its deed is null where it must be inferred from what was seen. */
  Draft(@Nullable Deed deed) {
    this.deed = deed;
  }

  boolean isTakeOver() {
    return deed instanceof Deed.TakeOver;
  }

  boolean isSend(String command) {
    return deed instanceof Deed.Send send && send.command().equals(command);
  }

  /** Whether somebody outside is noted to have acted, and nothing has come of it yet. */
  boolean isToShow() {
    boolean noted =
        deed instanceof Deed.Customer
            || deed instanceof Deed.PartyActs
            || deed instanceof Deed.Pass
            || deed instanceof Deed.SetDispositions;
    return noted && seen.isEmpty();
  }

  /**
   * Returns the number of the customer who is noted to have called, before anything comes of it.
   */
  Optional<String> customerToCome() {
    return isToShow() && deed instanceof Deed.Customer customer
        ? Optional.of(customer.from())
        : Optional.empty();
  }

  void sees(Cast member, ActualEvent event) {
    String object = event.objects().isEmpty() ? "" : event.objects().get(0);
    String focus = event.focus().stream().sorted().findFirst().orElse("");
    seen.add(new Seen(member, event, object, focus));
  }

  void answered(JsonNode response) {
    reply =
        switch (response.path("result").asText()) {
          case "success" -> new Reply.Success(null);
          case "confirm" -> new Reply.Confirm(null);
          case "failure" -> new Reply.Refusal(response.path("failure").path("code").asText());
          default -> new Reply.Any();
        };
  }

  ScenarioStep step(String place, List<String> agents, Numbers numbers) {
    Map<String, Sight> sees = new LinkedHashMap<>();
    Deed done = done(numbers);
    if (!(done instanceof Deed.WaitFor)) {
      for (String agent : agents) {
        sees.put(
            agent,
            new Sight.Exactly(
                seen.stream()
                    .filter(each -> each.member().role().equals(agent))
                    .filter(each -> !each.object().isEmpty())
                    .map(each -> expected(each, numbers))
                    .toList()));
      }
    }
    return new ScenarioStep(ScenarioStep.titleOf(done), place, done, sees, List.of());
  }

  private Deed done(Numbers numbers) {
    Deed known = deed;
    if (known instanceof Deed.Send send) {
      return new Deed.Send(
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
  private Deed inferred(Numbers numbers) {
    Seen first = seen.get(0);
    Optional<String> of = Optional.of(first.member().role());
    for (Seen each : seen) {
      JsonNode data = each.event().data();
      if (each.event().name().equals("interaction.created")
          && data.path("direction").asText().equals("inbound")) {
        return new Deed.Customer(Deed.Contact.CALLS, caller(), each.member().role());
      }
      Deed.Party party =
          each.object().equals("consult") ? Deed.Party.CONSULTED : Deed.Party.FAR_END;
      boolean leg = each.object().equals("conversation") || each.object().equals("consult");
      if (leg && each.event().name().endsWith("state.updated")) {
        switch (data.path("state").asText()) {
          case "CONNECTED" -> {
            return new Deed.PartyActs(party, of, Deed.PartyAct.ANSWERS);
          }
          case "FAILED" -> {
            return new Deed.PartyActs(party, of, Deed.PartyAct.IS_BUSY);
          }
          case "NULL" -> {
            return new Deed.PartyActs(party, of, Deed.PartyAct.HANGS_UP);
          }
          default -> {
            // Nobody outside makes an agent's leg do anything else.
          }
        }
      }
    }
    return new Deed.WaitFor(first.member().role(), expected(first, numbers), WITHIN, Map.of());
  }

  private String caller() {
    return seen.stream()
        .map(each -> each.event().data().path("member").path("address").asText())
        .filter(address -> !address.isEmpty())
        .findFirst()
        .orElse("5559000");
  }

  private static ExpectedEvent expected(Seen seen, Numbers numbers) {
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
