package io.github.switchhook.conformance.execution;

import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.match.SequenceComparison;
import io.github.switchhook.conformance.scenario.ExpectedEvents;
import io.github.switchhook.conformance.scenario.ExpectedResponse;
import io.github.switchhook.conformance.scenario.ProtocolNames;
import io.github.switchhook.conformance.scenario.ScenarioStep;
import io.github.switchhook.conformance.session.AgentConnection;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.text.Excerpt;
import io.github.switchhook.fixtures.Aspect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the outcome of a step of a scenario file: answers, events, states. */
public final class EventAssertions {
  /** The most events that are shown, and the longest part of each. */
  private static final int MOST_LINES = 100;

  private static final int WIDEST = 300;

  private final ScenarioContext context;
  private final BiFunction<TestAgent, String, String> filler;
  private final Map<TestAgent, List<ActualEvent>> recent = new HashMap<>();
  private @Nullable ScenarioStep last;

  EventAssertions(ScenarioContext context, BiFunction<TestAgent, String, String> filler) {
    this.context = context;
    this.filler = filler;
  }

  /**
   * Reports late events; only those of agents whose events the last step listed exactly can be
   * late.
   */
  void beforeStep() {
    ScenarioStep before = last;
    context
        .testAgents()
        .forEach(
            testAgent -> {
              testAgent.lines().forEach(AgentConnection::absorbWaiting);
              boolean complete =
                  before != null
                      && expected(before, testAgent).flatMap(ExpectedEvents::complete).isPresent();
              if (!complete) {
                recent(testAgent).addAll(testAgent.takeEvents());
              }
            });
  }

  /** Forgets the events seen until now; no later wait finds them. */
  void forgetRecent() {
    recent.clear();
  }

  void judge(ExpectedResponse reply) {
    TestStep step = context.steps().current();
    step.answerIsJudged();
    TestStep.RequestResponse exchange = step.requestResponse().orElseThrow();
    List<Deviation> found =
        exchange
            .answer()
            .fold(
                came ->
                    reply.accept(
                        new ResponseDeviations(
                            exchange.request(), came.message(), context.target().dialect())),
                lost -> List.of(lost.deviation()));
    context.recorder().answer(Aspect.RESPONSE, found);
  }

  /** Judges what the agents saw and which states that left. */
  void judge(ScenarioStep step, TestStep current) {
    if (!current.isSettled()) {
      context.steps().settle();
    }
    current.eventsAreJudged();
    Map<TestAgent, List<ActualEvent>> came = new LinkedHashMap<>();
    context
        .testAgents()
        .forEach(
            testAgent -> {
              List<ActualEvent> events = testAgent.takeEvents();
              came.put(testAgent, events);
              current.judge(testAgent);
              recent(testAgent).addAll(events);
            });
    last = step;
    came.forEach(
        (testAgent, events) ->
            expected(step, testAgent).ifPresent(expected -> judge(testAgent, expected, events)));
    step.states().forEach(this::judge);
  }

  private static Optional<ExpectedEvents> expected(ScenarioStep step, TestAgent testAgent) {
    return Optional.ofNullable(step.sees().get(testAgent.name().toLowerCase(Locale.ROOT)));
  }

  private void judge(TestAgent testAgent, ExpectedEvents expected, List<ActualEvent> events) {
    expected
        .complete()
        .map(all -> all.stream().map(event -> filled(testAgent, event)).toList())
        .ifPresent(all -> context.recorder().events(testAgent, all, events));
    List<Deviation> found =
        expected.fold(exactly -> List.of(), among -> deviations(testAgent, among, events));
    record("what " + testAgent.name() + " sees", found, events);
  }

  private List<Deviation> deviations(
      TestAgent testAgent, ExpectedEvents.Among among, List<ActualEvent> events) {
    List<Deviation> found = new ArrayList<>();
    int next = 0;
    for (ExpectedEvent wanted : among.contains()) {
      ExpectedEvent event = filled(testAgent, wanted);
      int at = indexOf(event, events, next);
      if (at < 0) {
        found.add(
            new Deviation(DeviationKind.MISSING, ProtocolNames.write(event) + " did not come"));
      } else {
        next = at + 1;
      }
    }
    for (ExpectedEvent unwanted : among.never()) {
      ExpectedEvent event = filled(testAgent, unwanted);
      if (indexOf(event, events, 0) >= 0) {
        found.add(
            new Deviation(DeviationKind.EXTRA, ProtocolNames.write(event) + " came, and must not"));
      }
    }
    return found;
  }

  /** Records what was found, if anything, beside what came. */
  public void record(String what, List<Deviation> found, List<ActualEvent> events) {
    if (!found.isEmpty()) {
      String list =
          events.isEmpty()
              ? "nothing came"
              : "what came:\n"
                  + events.stream()
                      .limit(MOST_LINES)
                      .map(EventAssertions::shown)
                      .collect(Collectors.joining("\n"))
                  + (events.size() > MOST_LINES
                      ? "\n  and " + (events.size() - MOST_LINES) + " more"
                      : "");
      context
          .recorder()
          .record(Aspect.EVENTS, found, what + "\n" + FindingRecorder.lines(found) + "\n" + list);
    }
  }

  private static String shown(ActualEvent event) {
    String object = event.objects().isEmpty() ? event.target() : event.objects().get(0);
    String state = event.data().path("state").asText();
    String line = event.name() + " " + object + (state.isEmpty() ? "" : " state=" + state);
    return "  " + Escape.line(Excerpt.of(line, WIDEST));
  }

  private void judge(ScenarioStep.StateCheck check) {
    TestAgent testAgent = context.testAgent(AgentNames.inSentence(check.agent()));
    Optional<String> actual = testAgent.view().value(check.object(), check.column());
    String expected =
        testAgent
            .view()
            .spelled(check.object(), check.column(), filler.apply(testAgent, check.value()));
    if (!actual.equals(Optional.of(expected))) {
      String text =
          check.agent()
              + "'s "
              + check.object().words()
              + ": "
              + check.column()
              + " is "
              + actual.orElse("not known")
              + ", expected "
              + expected;
      context.recorder().record(Aspect.EVENTS, new Deviation(DeviationKind.WRONG_STATE, text));
    }
  }

  /** Returns where the first event stands that agrees, or -1. */
  public int indexOf(ExpectedEvent expected, List<ActualEvent> events, int from) {
    for (int i = from; i < events.size(); i++) {
      if (SequenceComparison.of(
              List.of(expected), List.of(events.get(i)), context.target().dialect())
          .exact()) {
        return i;
      }
    }
    return -1;
  }

  /** Fills in what a row means on this target. */
  public ExpectedEvent filled(TestAgent testAgent, ExpectedEvent event) {
    Map<String, String> cells = new LinkedHashMap<>();
    event.cells().forEach((column, value) -> cells.put(column, filler.apply(testAgent, value)));
    return new ExpectedEvent(event.name(), event.on(), cells);
  }

  /** Returns the events that an agent has seen lately and that a wait may still find. */
  public List<ActualEvent> recent(TestAgent testAgent) {
    return recent.computeIfAbsent(testAgent, p -> new ArrayList<>());
  }
}
