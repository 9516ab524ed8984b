package io.github.switchhook.conformance.steps;

import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.match.Alias;
import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.target.Correction;
import io.github.switchhook.conformance.target.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The event tables of one scenario, with the corrections of the target's profile, held against what
 * the agents saw.
 */
final class EventTables {
  private final Scenario scenario;
  private final Target target;
  private final Participants participants;
  private final Acts acts;
  private final Values values;
  private final Charges charges;

  EventTables(
      Scenario scenario,
      Target target,
      Participants participants,
      Acts acts,
      Values values,
      Charges charges) {
    this.scenario = scenario;
    this.target = target;
    this.participants = participants;
    this.acts = acts;
    this.values = values;
    this.charges = charges;
  }

  /** An agent sees exactly these rows, or what the profile puts in their place. */
  void sees(Participant participant, List<Map<String, String>> rows) {
    acts.settleCurrent();
    judge(participant, rows);
  }

  /** No agent sees anything, but for what the profile corrects. */
  void nothing() {
    acts.settleCurrent();
    participants.forEach(participant -> judge(participant, List.of()));
    acts.current().eventsAreJudged();
  }

  private void judge(Participant participant, List<Map<String, String>> rows) {
    acts.current().judge(participant);
    Optional<Correction> override = override(participant);
    List<ExpectedEvent> expected =
        override.flatMap(Correction::events).orElse(rows).stream()
            .map(row -> expected(participant, row))
            .toList();
    charges.events(participant, expected, participant.takeEvents(), override);
  }

  /**
   * Returns what the target's profile puts in place of what the scenario says that an agent sees,
   * if it corrects that.
   */
  private Optional<Correction> override(Participant participant) {
    return acts.current()
        .exchange()
        .filter(exchange -> exchange.line() == participant.line())
        .flatMap(exchange -> exchange.request().property("command"))
        .flatMap(
            command ->
                target.corrections().stream()
                    .filter(correction -> concerns(correction, command))
                    .findFirst());
  }

  private boolean concerns(Correction correction, String command) {
    return correction.events().isPresent()
        && correction.scenario().map(scenario.name()::equals).orElse(true)
        && scenario.requirements().stream()
            .anyMatch(
                requirement ->
                    requirement.id().equals(correction.id())
                        && (requirement.command() == null
                            || target
                                .dialect()
                                .requests()
                                .command(requirement.command())
                                .equals(command)));
  }

  private ExpectedEvent expected(Participant participant, Map<String, String> row) {
    Map<String, String> cells = new LinkedHashMap<>();
    row.forEach(
        (column, cell) -> {
          if (cell != null && !cell.isBlank() && !column.equals("event") && !column.equals("on")) {
            cells.put(column, values.fill(participant, cell));
          }
        });
    String on = String.valueOf(row.get("on"));
    if (target.activeAtStart() && on.endsWith("channel")) {
      cells.replace("state", "INACTIVE", "ACTIVE");
    }
    return new ExpectedEvent(String.valueOf(row.get("event")), Alias.named(on).words(), cells);
  }
}
