package io.github.switchhook.conformance.execution;

import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.profile.Channels;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.session.AgentConnection;
import io.github.switchhook.conformance.session.Allowance;
import io.github.switchhook.conformance.session.ProtocolAnnotator;
import io.github.switchhook.conformance.verdict.Finding;
import io.github.switchhook.conformance.verdict.Findings;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLog;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of one running scenario. Other classes do the work:
 *
 * <ul>
 *   <li>{@link TestAgents}: the agents that take part
 *   <li>{@link TestSteps}: which step goes on, and when all that it causes has come
 *   <li>{@link EventTables}, {@link FindingRecorder}: what is judged, and what was found
 *   <li>{@link StimulusControl}, {@link ExternalParties}: what is done beside the protocol, and
 *       which party does it
 *   <li>{@link PlaceholderValues}: what the words of the scenario stand for
 * </ul>
 *
 * Used by the kit's thread alone.
 */
public final class ScenarioContext {
  private final RunContext run;
  private final Scenario scenario;
  private final WireLog log;
  private final long began;
  private final FindingRecorder recorder;
  private final Allowance allowance;
  private final TestAgents testAgents;
  private final StimulusControl stimulusControl;
  private final ExternalParties externalParties;
  private final TestSteps steps;
  private final PlaceholderValues values;
  private final EventTables eventTables;
  private final Effects effects;
  private final Postamble postamble;

  /** Makes the context of a scenario; nothing is connected yet. */
  public ScenarioContext(RunContext run, Scenario scenario) {
    this.run = run;
    this.scenario = scenario;
    this.log = run.newLog();
    this.began = run.micros();
    Target target = run.target();
    this.recorder = new FindingRecorder(new Findings(scenario.requirements()), log, target);
    this.allowance = run.allowance(recorder);
    this.testAgents = new TestAgents(run, log, recorder, allowance);
    this.stimulusControl = new StimulusControl(run, log, recorder, allowance);
    this.steps = new TestSteps(target, testAgents, stimulusControl, recorder);
    this.values = new PlaceholderValues(target, testAgents, recorder);
    this.externalParties = new ExternalParties(testAgents, stimulusControl, values, recorder);
    this.eventTables = new EventTables(scenario, target, testAgents, steps, values, recorder);
    this.effects = new Effects(target, recorder);
    this.postamble = new Postamble(run, log, allowance);
  }

  /** Notes in the log that a step begins; the rest of a scenario that has stopped is skipped. */
  public void beginStep(String keyword, String text) {
    if (!recorder.stopped()) {
      log.note(WireLine.Direction.STEP, keyword + " " + text);
    }
  }

  /** Ends the scenario at once if this target cannot play it. */
  public void begin() {
    needs(scenario.capabilities());
    needsQueues();
    needsTime();
    run.over()
        .ifPresent(
            why -> {
              throw stop(Verdict.INCONCLUSIVE, "not played: " + why.sentence());
            });
  }

  private void needsQueues() {
    for (String queue : scenario.queues()) {
      if (!target().queues().containsKey(queue)) {
        throw stop(Verdict.NOT_SUPPORTED, "the target names no queue for " + queue);
      }
    }
  }

  /** Ends the scenario if it would have to wait for longer than the profile lets it. */
  private void needsTime() {
    Optional<Duration> longest = run.stimulus().longestWait();
    Duration time = scenario.time(target().timeouts().ring());
    if (longest.isPresent() && time.compareTo(longest.get()) > 0) {
      throw stop(
          Verdict.NOT_SUPPORTED,
          "the scenario takes "
              + time.toSeconds()
              + " s, and the profile lets it wait for "
              + longest.get().toSeconds()
              + " s (timeouts: {realTimeSeconds})");
    }
  }

  /** Ends the scenario if the target lacks one of these capabilities. */
  public void needs(Collection<String> capabilities) {
    List<String> lacking =
        capabilities.stream()
            .filter(needed -> !target().capabilities().contains(needed))
            .sorted()
            .toList();
    if (!lacking.isEmpty()) {
      throw stop(
          Verdict.NOT_SUPPORTED, "the target does not declare " + String.join(", ", lacking));
    }
  }

  /** Ends the scenario if the target logs in in its own way, which leaves this untested. */
  public void needsPrepareSession() {
    if (!target().login().isEmpty()) {
      throw stop(
          Verdict.NOT_SUPPORTED, "the target does not log in by prepareSession, see its profile");
    }
  }

  /**
   * Ends the scenario if something ends the calls of the target.
   *
   * @param what one of {@link Channels#CALLS_END}
   */
  public void needsCallsToStay(String what) {
    if (target().channels().callsEnd().contains(what)) {
      throw stop(
          Verdict.NOT_APPLICABLE,
          "the calls of the target end with a "
              + (what.equals(Channels.TAKEOVER) ? "takeover" : "lost connection")
              + ", as its profile says");
    }
  }

  /** Ends the scenario if no channel of the target is ever inactive in a session. */
  public void needsInactiveChannels() {
    if (target().channels().activeAtStart()) {
      throw stop(Verdict.NOT_APPLICABLE, "the target's channels are active from the start on");
    }
  }

  /** Ends the last step, then leaves the target as it was found. */
  public void end() {
    try {
      if (!recorder.stopped()) {
        steps.close();
        testAgents.forEachLine(AgentConnection::absorbWaiting);
        // What a target holds back until the next request is late too.
        testAgents.all().stream().limit(1).forEach(postamble::logOut);
        steps.recordLate();
      }
    } finally {
      allowance.takesLeave();
      run.heard(allowance);
      try {
        testAgents.forEach(postamble::to);
      } finally {
        close();
      }
    }
  }

  /** Closes all connections; later messages are ignored and cause no finding. */
  public void close() {
    testAgents.forEachLine(AgentConnection::close);
    stimulusControl.restore(!testAgents.isEmpty());
  }

  /** Returns the lines of the wire so far. */
  public List<WireLine> wire() {
    return log.lines();
  }

  /** Returns what was found so far. */
  public List<Finding> findings() {
    return recorder.findings();
  }

  /**
   * Returns how it ended. {@code error} is what went wrong with the scenario itself, null if
   * nothing did.
   */
  public ScenarioResult result(@Nullable String error) {
    if (error != null) {
      recorder.close(Verdict.ERROR, error);
    }
    return new ScenarioResult(
        scenario,
        recorder.findings(),
        !recorder.stopped() && error == null,
        Duration.ofNanos((run.micros() - began) * 1_000),
        ProtocolAnnotator.annotate(target(), log.lines()));
  }

  /** Records how the whole scenario ends and returns what to throw. */
  public ScenarioStoppedException stop(Verdict verdict, String why) {
    return recorder.stop(verdict, why);
  }

  public RunContext run() {
    return run;
  }

  public Target target() {
    return run.target();
  }

  /** Returns the agent of a name, such as {@code Alice}; it joins if it has not yet. */
  public TestAgent testAgent(String name) {
    return testAgents.called(name);
  }

  public TestAgents testAgents() {
    return testAgents;
  }

  public Allowance allowance() {
    return allowance;
  }

  public TestSteps steps() {
    return steps;
  }

  public EventTables eventTables() {
    return eventTables;
  }

  public Effects effects() {
    return effects;
  }

  public FindingRecorder recorder() {
    return recorder;
  }

  public StimulusControl stimulusControl() {
    return stimulusControl;
  }

  public ExternalParties externalParties() {
    return externalParties;
  }

  public PlaceholderValues values() {
    return values;
  }
}
