package io.github.switchhook.conformance.execution;

import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.profile.Ordering;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.Barrier;
import io.github.switchhook.conformance.protocol.Result;
import io.github.switchhook.conformance.session.AgentConnection;
import io.github.switchhook.conformance.session.Awaited;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.fixtures.Aspect;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one scenario, one after the other: which one goes on, when everything that it causes
 * has come, and what comes too late. Used by the kit's thread alone.
 */
public final class TestSteps {
  private final Target target;
  private final TestAgents testAgents;
  private final StimulusControl stimulusControl;
  private final FindingRecorder recorder;
  private @Nullable TestStep step;

  TestSteps(
      Target target,
      TestAgents testAgents,
      StimulusControl stimulusControl,
      FindingRecorder recorder) {
    this.target = target;
    this.testAgents = testAgents;
    this.stimulusControl = stimulusControl;
    this.recorder = recorder;
  }

  /** Begins a When. Whatever comes from now on belongs to it. */
  public void begin() {
    close();
    testAgents.forEachLine(AgentConnection::absorbWaiting);
    recordLate();
    step = null;
    recorder.under("");
  }

  /** Notes what the When does. */
  public void perform(TestStep performed) {
    step = performed;
    recorder.under(performed.label());
    recorder.afterRefusal(
        performed
            .requestResponse()
            .flatMap(exchange -> exchange.answer().response())
            .filter(Result::isFailure)
            .isPresent());
  }

  /** Does something beside the protocol as a step of its own. */
  public void perform(String label, Runnable action) {
    begin();
    action.run();
    perform(new TestStep(label, null));
  }

  /**
   * Tells whether the scenario is still being prepared: nothing is judged before the first When.
   */
  boolean isPreparing() {
    return step == null;
  }

  public TestStep current() {
    if (step == null) {
      throw new IllegalStateException("the scenario asserts something before its first When");
    }
    return step;
  }

  /** Ends the last When; agents that the scenario did not mention must have seen nothing. */
  void close() {
    TestStep ending = step;
    if (ending == null) {
      return;
    }
    if (ending.owesAnswer() || ending.owesEvents()) {
      throw new IllegalStateException(
          "the scenario does not say "
              + (ending.owesAnswer() ? "how the request is answered" : "which events follow")
              + ": "
              + ending.label());
    }
    settleCurrent();
    for (TestAgent testAgent : testAgents.all()) {
      if (!ending.hasJudged(testAgent)) {
        recorder.events(testAgent, List.of(), testAgent.takeEvents());
        ending.judge(testAgent);
      }
    }
  }

  /** Records what has come since the last When was over. */
  void recordLate() {
    TestStep ended = step;
    for (TestAgent testAgent : testAgents.all()) {
      List<ActualEvent> late = testAgent.takeEvents();
      if (!late.isEmpty() && ended != null) {
        List<Deviation> deviations = late.stream().map(TestSteps::late).toList();
        recorder.record(
            Aspect.EVENTS,
            deviations,
            FindingRecorder.seenBy(testAgent) + "\n" + FindingRecorder.lines(deviations));
      }
    }
  }

  private static Deviation late(ActualEvent event) {
    String on = event.target().isEmpty() ? "" : " on " + event.target();
    return new Deviation(DeviationKind.LATE, event.name() + on + " came after the step was over");
  }

  // --- until nothing more can come

  /** Reads what this step causes, if that was not done yet. */
  void settleCurrent() {
    if (!current().isSettled()) {
      settle();
    }
  }

  /** Reads until nothing more can come, on every connection. */
  public void settle() {
    Ordering ordering = ordering();
    if (ordering.hasBarrier()) {
      testAgents.forEachLine(AgentConnection::sendBarrier);
    }
    for (TestAgent testAgent : testAgents.all()) {
      for (AgentConnection line : testAgent.lines()) {
        Optional<Awaited.Lost> lost =
            ordering.fold(
                barrier -> line.awaitBarrier(target.timeouts().response()),
                quiet -> line.awaitQuiet(quiet.window()));
        lost.ifPresent(what -> notSettled(testAgent, what));
      }
    }
    TestStep current = step;
    if (current != null) {
      current.settle();
    }
  }

  /** Returns the ordering of this step; a request cannot order what a stimulus causes. */
  private Ordering ordering() {
    boolean stimulated = stimulusControl.takeStimulated();
    return stimulated ? target.ordering().afterStimulated() : target.ordering();
  }

  /**
   * Tells whether a step of one agent is settled by a barrier on that agent's connection, because
   * no other agent takes part.
   */
  boolean settlesAlone() {
    return testAgents.all().size() == 1 && target.ordering().hasBarrier();
  }

  private void notSettled(TestAgent testAgent, Awaited.Lost lost) {
    if (!lost.over()) {
      throw recorder.stop(
          Verdict.INCONCLUSIVE,
          lost.deviation().text()
              + " to the refused request "
              + Barrier.COMMAND
              + " on "
              + testAgent.name()
              + "'s connection, which was to prove that nothing more follows; where the target answers no such request, set ordering:"
              + " {quietMillis: ...} in its file");
    }
    String text = testAgent.name() + ": " + lost.deviation().text();
    if (step == null) {
      throw recorder.stop(Verdict.INCONCLUSIVE, text);
    }
    recorder.record(Aspect.EVENTS, List.of(lost.deviation()), text);
  }
}
