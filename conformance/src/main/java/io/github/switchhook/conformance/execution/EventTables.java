package io.github.switchhook.conformance.execution;

import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.profile.RequirementOverride;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.ObjectRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The event tables of one scenario, with the corrections of the target's profile, held against what
 * the agents saw.
 */
public final class EventTables {
  private final Scenario scenario;
  private final Target target;
  private final TestAgents testAgents;
  private final TestSteps steps;
  private final PlaceholderValues values;
  private final FindingRecorder recorder;

  EventTables(
      Scenario scenario,
      Target target,
      TestAgents testAgents,
      TestSteps steps,
      PlaceholderValues values,
      FindingRecorder recorder) {
    this.scenario = scenario;
    this.target = target;
    this.testAgents = testAgents;
    this.steps = steps;
    this.values = values;
    this.recorder = recorder;
  }

  /** An agent sees exactly these rows, or what the profile puts in their place. */
  public void sees(TestAgent testAgent, List<Map<String, String>> rows) {
    steps.settleCurrent();
    judge(testAgent, rows);
  }

  /** No agent sees anything, but for what the profile corrects. */
  public void nothing() {
    steps.settleCurrent();
    testAgents.forEach(testAgent -> judge(testAgent, List.of()));
    steps.current().eventsAreJudged();
  }

  private void judge(TestAgent testAgent, List<Map<String, String>> rows) {
    steps.current().judge(testAgent);
    Optional<RequirementOverride> override = override(testAgent);
    List<ExpectedEvent> expected =
        override.flatMap(RequirementOverride::events).orElse(rows).stream()
            .map(row -> expected(testAgent, row))
            .toList();
    recorder.events(testAgent, expected, testAgent.takeEvents(), override);
  }

  /**
   * Returns what the target's profile puts in place of what the scenario says that an agent sees,
   * if it corrects that.
   */
  private Optional<RequirementOverride> override(TestAgent testAgent) {
    return steps
        .current()
        .requestResponse()
        .filter(exchange -> exchange.line() == testAgent.line())
        .flatMap(exchange -> exchange.request().property("command"))
        .flatMap(
            command ->
                target.overrides().stream()
                    .filter(override -> concerns(override, command))
                    .findFirst());
  }

  private boolean concerns(RequirementOverride override, String command) {
    return override.events().isPresent()
        && override.scenario().map(scenario.name()::equals).orElse(true)
        && scenario.requirements().stream()
            .anyMatch(
                requirement ->
                    requirement.id().equals(override.id())
                        && (requirement.command() == null
                            || target
                                .dialect()
                                .requests()
                                .command(requirement.command())
                                .equals(command)));
  }

  private ExpectedEvent expected(TestAgent testAgent, Map<String, String> row) {
    Map<String, String> cells = new LinkedHashMap<>();
    row.forEach(
        (column, cell) -> {
          if (cell != null && !cell.isBlank() && !column.equals("event") && !column.equals("on")) {
            cells.put(column, values.fill(testAgent, cell));
          }
        });
    String on = String.valueOf(row.get("on"));
    if (target.activeAtStart() && on.endsWith("channel")) {
      cells.replace("state", "INACTIVE", "ACTIVE");
    }
    return new ExpectedEvent(String.valueOf(row.get("event")), ObjectRole.named(on).words(), cells);
  }
}
