package io.github.switchhook.conformance.steps;

import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.conformance.transcript.Interpreter;
import io.github.switchhook.conformance.verdict.Docket;
import io.github.switchhook.conformance.verdict.Finding;
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
 * One scenario while it is played, from curtain to curtain. What happens on it is with others:
 *
 * <ul>
 *   <li>{@link Participants}: who takes part
 *   <li>{@link Acts}: which step goes on, and when all that it causes has come
 *   <li>{@link EventTables}, {@link Charges}: what is judged, and what was found
 *   <li>{@link Steering}, {@link Outsiders}: what is done beside the protocol, and by whom
 *   <li>{@link Values}: what the words of the scenario stand for
 * </ul>
 *
 * Used by the kit's thread alone.
 */
public final class Scene {
  private final Stage stage;
  private final Scenario scenario;
  private final WireLog log;
  private final long began;
  private final Charges charges;
  private final Allowance allowance;
  private final Participants participants;
  private final Steering steering;
  private final Outsiders outsiders;
  private final Acts acts;
  private final Values values;
  private final EventTables eventTables;
  private final Farewell farewell;

  /** Opens the scene; nothing is connected yet. */
  public Scene(Stage stage, Scenario scenario) {
    this.stage = stage;
    this.scenario = scenario;
    this.log = stage.newLog();
    this.began = stage.micros();
    Target target = stage.target();
    this.charges = new Charges(new Docket(scenario.requirements()), log, target);
    this.allowance = stage.allowance(charges);
    this.participants = new Participants(stage, log, charges, allowance);
    this.steering = new Steering(stage, log, charges, allowance);
    this.acts = new Acts(target, participants, steering, charges);
    this.values = new Values(target, participants, charges);
    this.outsiders = new Outsiders(participants, steering, values, charges);
    this.eventTables = new EventTables(scenario, target, participants, acts, values, charges);
    this.farewell = new Farewell(stage, log, allowance);
  }

  /**
   * Notes in the log that a sentence begins; the rest of a scenario that has stopped is skipped.
   */
  public void beginStep(String keyword, String text) {
    if (!charges.stopped()) {
      log.note(WireLine.Direction.STEP, keyword + " " + text);
    }
  }

  /** Ends the scenario at once if this target cannot play it. */
  void begin() {
    needs(scenario.capabilities());
    needsQueues();
    needsTime();
    stage
        .over()
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
    Optional<Duration> longest = stage.stimulus().longestWait();
    if (longest.isPresent() && scenario.time().compareTo(longest.get()) > 0) {
      throw stop(
          Verdict.NOT_SUPPORTED,
          "the scenario takes "
              + scenario.time().toSeconds()
              + " s, and the profile lets it wait for "
              + longest.get().toSeconds()
              + " s (timeouts: {realTimeSeconds})");
    }
  }

  /** Ends the scenario if the target lacks one of these capabilities. */
  void needs(Collection<String> capabilities) {
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
  void needsPrepareSession() {
    if (!target().login().isEmpty()) {
      throw stop(
          Verdict.NOT_SUPPORTED, "the target does not log in by prepareSession, see its profile");
    }
  }

  /** Ends the scenario if no channel of the target is ever inactive in a session. */
  void needsInactiveChannels() {
    if (target().activeAtStart()) {
      throw stop(Verdict.NOT_APPLICABLE, "the target's channels are active from the start on");
    }
  }

  /** Ends the last step, then leaves the target as it was found. */
  void end() {
    try {
      if (!charges.stopped()) {
        acts.close();
        participants.forEachLine(AgentLine::absorbWaiting);
        // What a target holds back until the next request is late too.
        participants.all().stream().limit(1).forEach(farewell::logOut);
        acts.chargeLate();
      }
    } finally {
      allowance.takesLeave();
      stage.heard(allowance);
      try {
        participants.forEach(farewell::to);
      } finally {
        close();
      }
    }
  }

  /** Leaves without a word about what the target says to that. */
  void close() {
    participants.forEachLine(AgentLine::close);
    steering.restore(!participants.isEmpty());
  }

  /** Returns the lines of the wire so far. */
  List<WireLine> wire() {
    return log.lines();
  }

  /** Returns what was found so far. */
  public List<Finding> findings() {
    return charges.findings();
  }

  /**
   * Returns how it ended. {@code error} is what went wrong with the scenario itself, null if
   * nothing did.
   */
  public ScenarioResult result(@Nullable String error) {
    if (error != null) {
      charges.close(Verdict.ERROR, error);
    }
    return new ScenarioResult(
        scenario,
        charges.findings(),
        !charges.stopped() && error == null,
        Duration.ofNanos((stage.micros() - began) * 1_000),
        Interpreter.annotate(target(), log.lines()));
  }

  /** Records how the whole scenario ends and returns what to throw. */
  Stop stop(Verdict verdict, String why) {
    return charges.stop(verdict, why);
  }

  Stage stage() {
    return stage;
  }

  Target target() {
    return stage.target();
  }

  /** Returns the one of that name, such as {@code Alice}, who joins if not here yet. */
  Participant participant(String name) {
    return participants.called(name);
  }

  Participants participants() {
    return participants;
  }

  Allowance allowance() {
    return allowance;
  }

  Acts acts() {
    return acts;
  }

  EventTables eventTables() {
    return eventTables;
  }

  Charges charges() {
    return charges;
  }

  Steering steering() {
    return steering;
  }

  Outsiders outsiders() {
    return outsiders;
  }

  Values values() {
    return values;
  }
}
