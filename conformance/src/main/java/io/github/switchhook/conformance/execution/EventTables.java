package io.github.switchhook.conformance.execution;

import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.match.SequenceComparison;
import io.github.switchhook.conformance.profile.RequirementOverride;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.Events;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The event tables of one scenario, with the corrections of the target's profile, compared with
 * what the agents saw.
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

  /** Asserts that an agent sees exactly these rows, or what the profile puts in their place. */
  public void sees(TestAgent testAgent, List<Map<String, String>> rows) {
    steps.settleCurrent();
    judge(testAgent, rows);
  }

  /** Reads what the step caused, and judges nothing of it. */
  public void judgedElsewhere() {
    steps.settleCurrent();
    testAgents.forEach(
        testAgent -> {
          steps.current().judge(testAgent);
          testAgent.takeEvents();
        });
  }

  /** Asserts that no agent sees anything, except what the profile corrects. */
  public void nothing() {
    steps.settleCurrent();
    testAgents.forEach(testAgent -> judge(testAgent, List.of()));
    steps.current().eventsAreJudged();
  }

  /**
   * Asserts that an interaction begins for an agent with exactly the events of the feature that
   * proves this (PROTOCOL 4, R1). How it begins is judged there: a deviation makes this scenario
   * inconclusive and names that requirement. Within a step, it fails where no interaction begins or
   * one with another party does, because the scenario itself states both.
   *
   * @param member the address at the other end, as the scenario writes it; empty for a chat or an
   *     email
   */
  public void begins(TestAgent testAgent, InteractionStart start, String member) {
    List<Map<String, String>> rows = rows(start, member);
    if (steps.isPreparing()) {
      compare(testAgent, start, rows, testAgent.takeEvents());
      return;
    }
    steps.settleCurrent();
    steps.current().judge(testAgent);
    List<ActualEvent> actual = testAgent.takeEvents();
    List<ExpectedEvent> expected = expected(testAgent, rows);
    boolean begun =
        actual.stream().anyMatch(event -> event.name().equals(Events.INTERACTION_CREATED));
    boolean otherwiseExact =
        SequenceComparison.of(expected(testAgent, rows(start, "")), actual, target.dialect())
            .exact();
    if (begun && !otherwiseExact) {
      compare(testAgent, start, rows, actual);
    } else {
      recorder.events(testAgent, expected, actual);
    }
  }

  /** Ends the scenario as inconclusive unless the interaction begins as it should. */
  private void compare(
      TestAgent testAgent,
      InteractionStart start,
      List<Map<String, String>> rows,
      List<ActualEvent> actual) {
    SequenceComparison comparison =
        SequenceComparison.of(expected(testAgent, rows), actual, target.dialect());
    if (!comparison.exact()) {
      throw recorder.stop(
          Verdict.INCONCLUSIVE,
          testAgent.name()
              + " "
              + start.words()
              + ", but not with the events that "
              + start.requirement()
              + " is about\n"
              + FindingRecorder.diff(comparison));
    }
  }

  /** Returns the feature's rows, or those that the profile puts in their place. */
  private List<Map<String, String>> rows(InteractionStart start, String member) {
    return target.overrides().stream()
        .filter(override -> override.id().equals(start.requirement()))
        .flatMap(override -> override.events().stream())
        .findFirst()
        .orElseGet(() -> start.rows(member));
  }

  private List<ExpectedEvent> expected(TestAgent testAgent, List<Map<String, String>> rows) {
    return rows.stream().map(row -> expected(testAgent, row)).toList();
  }

  private void judge(TestAgent testAgent, List<Map<String, String>> rows) {
    steps.current().judge(testAgent);
    Optional<RequirementOverride> override = override(testAgent);
    List<ExpectedEvent> expected =
        expected(testAgent, override.flatMap(RequirementOverride::events).orElse(rows));
    List<ActualEvent> actual = testAgent.takeEvents();
    if (starts(testAgent) && OtherChannels.areTold(expected)) {
      OtherChannels others = new OtherChannels(target, expected);
      recorder.events(testAgent, others.withMissing(actual), others.without(actual), override);
    } else {
      recorder.events(testAgent, expected, actual, override);
    }
  }

  /** Tells whether the step starts a session, which has more channels than a table may name. */
  private boolean starts(TestAgent testAgent) {
    return target.channels().atStart().size() > 1
        && steps
            .current()
            .requestResponse()
            .filter(exchange -> exchange.line() == testAgent.line())
            .flatMap(exchange -> exchange.request().property("command"))
            .filter(Commands.SESSION_START::equals)
            .isPresent();
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
    if (target.channels().activeAtStart()) {
      if (on.equals(ObjectRole.CHANNEL.words())) {
        cells.replace("state", "INACTIVE", "ACTIVE");
      } else if (on.endsWith("channel")) {
        // Whether a channel that is added later is active at once, too, is the target's choice.
        cells.remove("state", "INACTIVE");
      }
    }
    return new ExpectedEvent(String.valueOf(row.get("event")), ObjectRole.named(on).words(), cells);
  }
}
