package io.github.switchhook.conformance;

import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.scenario.ScenarioStep;
import io.github.switchhook.conformance.steps.Limits;
import io.github.switchhook.conformance.steps.Performance;
import io.github.switchhook.conformance.steps.Rehearsal;
import io.github.switchhook.conformance.steps.Stage;
import io.github.switchhook.conformance.steps.Trouble;
import io.github.switchhook.conformance.target.Stimulus;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.conformance.transcript.Interpreter;
import io.github.switchhook.conformance.verdict.Judgement;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Waivers;
import io.github.switchhook.conformance.wire.WebSocketWire;
import io.github.switchhook.conformance.wire.Wire;
import io.github.switchhook.conformance.wire.WireLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plays scenario files and features against a target. The report is of the same kind as the kit's.
 */
public final class Replay {
  private Replay() {}

  /** Is told what happens while it happens. */
  public interface Watcher {
    /**
     * A scenario begins. Called on the thread that plays.
     *
     * @param agents who takes part
     * @param outside whether others do too
     */
    default void begins(String scenario, List<String> agents, boolean outside) {}

    /** A step of a scenario file begins; a feature's steps are lines of the wire. */
    default void step(ScenarioStep step) {}

    /** A line went over the wire; it is in PROTOCOL's words. Called on any thread. */
    default void line(WireLine line) {}

    /** A scenario is over. Called on the thread that plays. */
    default void ended(ScenarioResult result) {}
  }

  /**
   * Plays the scenarios one after another. Never throws for what a target does: an unreachable
   * target gives a report with exit code 3, and what its silence or noise leaves no time for is
   * inconclusive.
   *
   * @param limits how long it may take
   */
  public static Report run(
      Target target,
      Stimulus stimulus,
      List<ScenarioFile> scenarios,
      List<FeatureFile> features,
      Limits limits,
      Watcher watcher) {
    try (Wire wire = new WebSocketWire(target)) {
      Optional<Trouble> problem =
          Rehearsal.tryToLogIn(new Stage(target, stimulus, wire, limits), "Alice");
      Interpreter interpreter = new Interpreter(target);
      Stage stage =
          new Stage(
              target,
              stimulus,
              wire,
              limits,
              line -> interpreter.read(line).ifPresent(watcher::line));
      if (problem.isPresent()) {
        return Report.unreachable(target, problem.get().sentence(), 0, elapsed(stage));
      }
      List<ScenarioResult> results = new ArrayList<>();
      for (ScenarioFile scenario : scenarios) {
        watcher.begins(scenario.name(), Casting.agents(scenario), Casting.outside(scenario));
        ScenarioResult result = Performance.play(stage, scenario, watcher::step);
        results.add(result);
        watcher.ended(result);
      }
      Tally tally =
          new Tally(
              result -> {
                results.add(result);
                watcher.ended(result);
              });
      MessageStream nowhere = new MessageStream(Optional.empty());
      for (FeatureFile feature : features) {
        for (Scenario scenario : feature.catalogue().scenarios()) {
          watcher.begins(scenario.name(), Casting.agents(scenario), Casting.outside(scenario));
          new Play(feature.catalogue(), stage, Set.of(scenario), 0, tally, nowhere).run();
        }
      }
      return Report.of(
          target,
          Judgement.of(List.of(), results, false, false, Waivers.NONE),
          results,
          0,
          elapsed(stage));
    }
  }

  private static Duration elapsed(Stage stage) {
    return Duration.ofMillis(stage.micros() / 1_000);
  }
}
