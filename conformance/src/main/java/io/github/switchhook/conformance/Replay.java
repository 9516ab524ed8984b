package io.github.switchhook.conformance;

import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.execution.LoginCheck;
import io.github.switchhook.conformance.execution.LoginFailure;
import io.github.switchhook.conformance.execution.RunContext;
import io.github.switchhook.conformance.execution.ScenarioFileRunner;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.runner.CucumberRunner;
import io.github.switchhook.conformance.runner.FeatureFile;
import io.github.switchhook.conformance.runner.MessagesWriter;
import io.github.switchhook.conformance.runner.ResultCollector;
import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.scenario.ScenarioStep;
import io.github.switchhook.conformance.session.Limits;
import io.github.switchhook.conformance.session.ProtocolAnnotator;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.conformance.verdict.RunVerdict;
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

  /** Receives what happens in a run while it happens. */
  public interface Listener {
    /**
     * Called when a scenario begins, on the thread that plays it.
     *
     * @param agents the names of the agents that take part
     * @param outside whether parties that are not agents take part too
     */
    default void begins(String scenario, List<String> agents, boolean outside) {}

    /** Called when a step of a scenario file begins; the steps of a feature come as lines. */
    default void step(ScenarioStep step) {}

    /** Called on any thread for each line of the wire log, in PROTOCOL's words. */
    default void line(WireLine line) {}

    /** Called when a scenario has ended, on the thread that played it. */
    default void ended(ScenarioResult result) {}
  }

  /**
   * Plays the scenarios one after another. A target's behaviour never makes it throw: an
   * unreachable target gives a report with exit code 3, and scenarios for which no time is left are
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
      Listener listener) {
    try (Wire wire = new WebSocketWire(target)) {
      Optional<LoginFailure> problem =
          LoginCheck.tryToLogIn(new RunContext(target, stimulus, wire, limits), AgentNames.FIRST);
      ProtocolAnnotator interpreter = new ProtocolAnnotator(target);
      RunContext run =
          new RunContext(
              target,
              stimulus,
              wire,
              limits,
              line -> interpreter.read(line).ifPresent(listener::line));
      if (problem.isPresent()) {
        return Report.unreachable(target, problem.get().sentence(), 0, elapsed(run));
      }
      List<ScenarioResult> results = new ArrayList<>();
      for (ScenarioFile scenario : scenarios) {
        listener.begins(scenario.name(), scenario.agentNames(), scenario.hasExternalParties());
        ScenarioResult result = ScenarioFileRunner.play(run, scenario, listener::step);
        results.add(result);
        listener.ended(result);
      }
      ResultCollector collector =
          new ResultCollector(
              result -> {
                results.add(result);
                listener.ended(result);
              });
      MessagesWriter nowhere = new MessagesWriter(Optional.empty());
      for (FeatureFile feature : features) {
        for (Scenario scenario : feature.catalogue().scenarios()) {
          listener.begins(scenario.name(), scenario.agentNames(), scenario.hasExternalParties());
          new CucumberRunner(feature.catalogue(), run, Set.of(scenario), 0, collector, nowhere)
              .run();
        }
      }
      return Report.of(
          target,
          RunVerdict.of(List.of(), results, false, false, Waivers.NONE),
          results,
          0,
          elapsed(run));
    }
  }

  private static Duration elapsed(RunContext run) {
    return Duration.ofMillis(run.micros() / 1_000);
  }
}
