package io.github.switchhook.conformance;

import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.diagnosis.CapabilityProbe;
import io.github.switchhook.conformance.execution.LoginCheck;
import io.github.switchhook.conformance.execution.LoginFailure;
import io.github.switchhook.conformance.execution.RunContext;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.report.ProfileOverride;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.runner.MessagesWriter;
import io.github.switchhook.conformance.runner.ResultCollector;
import io.github.switchhook.conformance.runner.WorkerPlan;
import io.github.switchhook.conformance.runner.WorkerPool;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.conformance.verdict.Ending;
import io.github.switchhook.conformance.verdict.RunVerdict;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Waivers;
import io.github.switchhook.conformance.wire.WebSocketWire;
import io.github.switchhook.conformance.wire.Wire;
import io.github.switchhook.fixtures.Requirement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The conformance kit: plays the scenarios against a target and reports what they prove. One run at
 * a time.
 */
public final class Kit {
  private final Catalogue catalogue;
  private final Clock clock;

  /**
   * Makes a kit that plays the scenarios of a catalogue.
   *
   * @param clock tells the day, by which waivers expire
   */
  public Kit(Catalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * Makes the kit with the packaged requirements and features.
   *
   * @throws IllegalStateException if they cannot be read
   */
  public static Kit load() {
    return new Kit(Catalogue.load(), Clock.systemUTC());
  }

  /** Returns the requirements and the scenarios that prove them. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * Plays the scenarios over a WebSocket, one after the other, and returns the report. A target's
   * behaviour never makes it throw: an unreachable target gives a report with exit code 3, and a
   * target that keeps the run from ending gives a report of what was played in time. Where the
   * thread that calls this is interrupted, the run ends within seconds: the report holds what was
   * played and names the rest, and the thread is interrupted no longer.
   *
   * @throws IllegalArgumentException if {@link RunOptions#only()} selects nothing
   */
  public Report run(Target target, Stimulus stimulus, RunOptions options) {
    return run(WorkerPlan.of(target, stimulus), options);
  }

  /** Plays the scenarios on the workers of a plan; the result is the same as on one worker. */
  public Report run(WorkerPlan plan, RunOptions options) {
    return run(plan, options, WebSocketWire::new, RunContext.lagOfThisProcess());
  }

  /** Plays them over another wire. */
  Report run(WorkerPlan plan, RunOptions options, Function<Target, Wire> wires) {
    return run(plan, options, wires, () -> 0);
  }

  /**
   * Plays them over another wire.
   *
   * @param lag the nanoseconds that threads of this process were late so far, all together
   */
  Report run(WorkerPlan plan, RunOptions options, Function<Target, Wire> wires, LongSupplier lag) {
    Target target = plan.target();
    return new Kit(catalogue.withLevels(target.levels()), clock)
        .judge(plan, options, wires, lag)
        .judgedBy(options.only(), ProfileOverride.of(target.overrides(), catalogue.requirements()));
  }

  private Report judge(
      WorkerPlan plan, RunOptions options, Function<Target, Wire> wires, LongSupplier lag) {
    List<Requirement> requirements =
        options.only().isEmpty() ? catalogue.requirements() : catalogue.select(options.only());
    List<Scenario> scenarios = select(options);
    Target target = plan.target();
    Instant begun = clock.instant();
    MessagesWriter messages = new MessagesWriter(options.messages());
    ResultCollector collector = new ResultCollector(options.progress());
    try (WorkerPool workers = new WorkerPool(catalogue, plan, wires, options.limits(), lag)) {
      for (RunContext run : workers.runs()) {
        Optional<LoginFailure> problem = LoginCheck.tryToLogIn(run, AgentNames.FIRST);
        if (problem.isPresent() && !Thread.currentThread().isInterrupted()) {
          return Report.unreachable(
                  target, problem.get().sentence(), options.seed(), workers.elapsed())
              .begun(begun);
        }
      }
      // The last worker may do to the target what would disturb others, and none plays yet.
      RunContext last = workers.runs().get(workers.runs().size() - 1);
      List<ScenarioResult> played = new ArrayList<>(CapabilityProbe.check(last, requirements));
      played.forEach(options.progress());
      played.addAll(
          workers.play(scenarios, options.seed(), collector, messages).stream()
              .sorted(
                  Comparator.comparing((ScenarioResult result) -> result.scenario().feature())
                      .thenComparing(result -> result.scenario().line()))
              .toList());
      // Taken here, because files that an interrupted thread writes are lost.
      if (Thread.interrupted()) {
        collector.stop(Ending.INTERRUPTED);
      }
      List<Scenario> notRun =
          collector.ending() == Ending.COMPLETE ? List.of() : without(scenarios, played);
      Waivers waivers =
          Waivers.of(target.waivers(), LocalDate.now(clock))
              .where(catalogue.wholly(played(played)));
      boolean selected = !options.only().isEmpty() || options.shard().isPart() || !notRun.isEmpty();
      List<ScenarioResult> judged = waivers.apply(played);
      RunVerdict runVerdict =
          RunVerdict.of(requirements, judged, selected, options.strict(), waivers);
      Report report =
          Report.of(target, runVerdict, judged, options.seed(), workers.elapsed())
              .begun(begun)
              .without(notRun, collector.ending());
      messages.end(
          report.exitCode() == 0,
          report.endedEarly() ? report.ending().sentence() : null,
          clock.instant());
      return report;
    }
  }

  private static List<Scenario> without(List<Scenario> scenarios, List<ScenarioResult> played) {
    Set<Scenario> done = played(played);
    return scenarios.stream().filter(scenario -> !done.contains(scenario)).toList();
  }

  private static Set<Scenario> played(List<ScenarioResult> results) {
    return results.stream().map(ScenarioResult::scenario).collect(Collectors.toSet());
  }

  private List<Scenario> select(RunOptions options) {
    List<Scenario> all = catalogue.scenarios(options.only());
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          "no scenario proves "
              + String.join(", ", options.only())
              + "; expected requirement ids, beginnings of ids, or commands");
    }
    return options.shard().part(all);
  }
}
