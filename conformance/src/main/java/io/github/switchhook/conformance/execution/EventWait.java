package io.github.switchhook.conformance.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.profile.Operations;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.scenario.Action;
import io.github.switchhook.conformance.scenario.ProtocolNames;
import io.github.switchhook.conformance.session.Allowance;
import java.time.Duration;
import java.util.List;

/** Performs the waits of a scenario file: for an event, or for time to pass. */
public final class EventWait {
  private final ScenarioContext context;
  private final EventAssertions assertions;

  public EventWait(ScenarioContext context, EventAssertions assertions) {
    this.context = context;
    this.assertions = assertions;
  }

  /** Waits for an event and returns it as JSON: {@code {name, target, data}}. */
  public JsonNode await(TestAgent testAgent, Action.WaitFor wait, String label) {
    context.steps().perform(new TestStep(label, null));
    context.allowance().extend(wait.within());
    long mark = context.allowance().lagMark();
    ExpectedEvent expected = assertions.filled(testAgent, wait.event());
    List<ActualEvent> seen = assertions.recent(testAgent);
    seen.addAll(testAgent.takeEvents());
    long deadline = System.nanoTime() + wait.within().toNanos();
    long seconds = Math.max(1, wait.within().toSeconds());
    boolean virtual = context.stimulusControl().can(Operations.ADVANCE);
    int looked = 0;
    int at = assertions.indexOf(expected, seen, looked);
    while (at < 0) {
      if (virtual ? seconds-- <= 0 : System.nanoTime() >= deadline) {
        requireThatTheKitWasFast(wait, expected, mark);
        assertions.record(
            label,
            List.of(
                new Deviation(
                    DeviationKind.MISSING,
                    ProtocolNames.write(expected)
                        + " did not come within "
                        + wait.within().toMillis()
                        + " ms")),
            seen);
        return Json.object();
      }
      if (virtual) {
        pass(Duration.ofSeconds(1));
        context.steps().settle();
      } else {
        testAgent.line().hear(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
      }
      looked = seen.size();
      seen.addAll(testAgent.takeEvents());
      at = assertions.indexOf(expected, seen, looked);
    }
    ActualEvent found = seen.get(at);
    return Json.object()
        .put("name", found.name())
        .put("target", found.target())
        .set("data", found.data());
  }

  private void requireThatTheKitWasFast(Action.WaitFor wait, ExpectedEvent expected, long mark) {
    long lag = context.allowance().lagSince(mark);
    if (Allowance.isRelevant(wait.within(), lag)) {
      throw context
          .allowance()
          .tooSlow(ProtocolNames.write(expected) + " did not come in time", Duration.ofNanos(lag));
    }
  }

  /** Lets time pass: at once where the target's clock can be moved, else by waiting. */
  public void pass(Duration time) {
    if (context.stimulusControl().can(Operations.ADVANCE)) {
      context
          .stimulusControl()
          .perform(Operations.ADVANCE, Json.object().put("seconds", time.toSeconds()));
      return;
    }
    context.allowance().extend(time);
    long deadline = System.nanoTime() + time.toNanos();
    context
        .testAgents()
        .forEach(
            testAgent -> {
              boolean came = true;
              while (came && System.nanoTime() < deadline) {
                came =
                    testAgent
                        .line()
                        .hear(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
              }
            });
  }
}
