package io.github.switchhook.conformance.report;

import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.verdict.Ending;
import io.github.switchhook.conformance.verdict.ExitCode;
import io.github.switchhook.conformance.verdict.Outcome;
import io.github.switchhook.conformance.verdict.RunVerdict;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.fixtures.Spelling;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A finished run. Holds no secret of the target: what came over the wire or into a diagnostic was
 * cleaned before.
 *
 * @param target the target's name
 * @param url where it was
 * @param only what the run was confined to, as it was asked for; empty for everything
 * @param overrides where the target's profile differs from the register
 * @param runVerdict the roll-up
 * @param scenarios every result, by file and line
 * @param notRun what should have been played and was not, because the run ended early
 * @param ending why it did; {@link Ending#COMPLETE} if it did not
 * @param problem why nothing could be played; empty if something was
 * @param seed what the order of play was made from
 * @param begun when the run began; empty if it was not recorded
 * @param duration how long the run took
 */
public record Report(
    String target,
    String url,
    List<String> only,
    List<ProfileOverride> overrides,
    RunVerdict runVerdict,
    List<ScenarioResult> scenarios,
    List<Scenario> notRun,
    Ending ending,
    Optional<String> problem,
    long seed,
    Optional<Instant> begun,
    Duration duration) {

  public Report {
    only = List.copyOf(only);
    overrides = List.copyOf(overrides);
    scenarios = List.copyOf(scenarios);
    notRun = List.copyOf(notRun);
  }

  /** Returns the report of a run that ended by itself. */
  public static Report of(
      Target target,
      RunVerdict runVerdict,
      List<ScenarioResult> scenarios,
      long seed,
      Duration duration) {
    return new Report(
        target.name(),
        target.address().shown(),
        List.of(),
        List.of(),
        runVerdict,
        scenarios,
        List.of(),
        Ending.COMPLETE,
        Optional.empty(),
        seed,
        Optional.empty(),
        duration);
  }

  /** Returns the report of a run without scenarios, because no agent could log in. */
  public static Report unreachable(Target target, String problem, long seed, Duration duration) {
    RunVerdict nothing =
        new RunVerdict(List.of(), List.of(), Outcome.FAILURE, ExitCode.UNREACHABLE, List.of());
    return new Report(
        target.name(),
        target.address().shown(),
        List.of(),
        List.of(),
        nothing,
        List.of(),
        List.of(),
        Ending.COMPLETE,
        Optional.of(problem),
        seed,
        Optional.empty(),
        duration);
  }

  /** Returns the same report of a run that began then. */
  public Report begun(Instant then) {
    return new Report(
        target,
        url,
        only,
        overrides,
        runVerdict,
        scenarios,
        notRun,
        ending,
        problem,
        seed,
        Optional.of(then),
        duration);
  }

  /**
   * Returns the same report of a run that ended before these were played.
   *
   * @param missing if none, the run did not end early
   */
  public Report without(List<Scenario> missing, Ending why) {
    return new Report(
        target,
        url,
        only,
        overrides,
        runVerdict,
        scenarios,
        missing,
        missing.isEmpty() ? Ending.COMPLETE : why,
        problem,
        seed,
        begun,
        duration);
  }

  /**
   * Returns the same report with what it was judged by.
   *
   * @param selected what the run was confined to; empty for everything
   * @param overridden where the target's profile differs from the register
   */
  public Report judgedBy(List<String> selected, List<ProfileOverride> overridden) {
    return new Report(
        target,
        url,
        selected,
        overridden,
        runVerdict,
        scenarios,
        notRun,
        ending,
        problem,
        seed,
        begun,
        duration);
  }

  /** Returns the scenarios that the report neither has nor names as not run. */
  public List<Scenario> missing(Collection<Scenario> planned) {
    Set<String> there =
        Stream.concat(scenarios.stream().map(ScenarioResult::scenario), notRun.stream())
            .map(Scenario::place)
            .collect(Collectors.toSet());
    return planned.stream().filter(scenario -> !there.contains(scenario.place())).toList();
  }

  /** Returns how the run ended. */
  public Outcome outcome() {
    return runVerdict.outcome();
  }

  /** Tells whether the run ended before everything was played. */
  public boolean endedEarly() {
    return ending != Ending.COMPLETE;
  }

  /**
   * Returns 0 conformant, 1 not conformant or not shown in time, 3 target unreachable, gone, or
   * login failed, 4 kit error, 5 stale waiver, 130 interrupted.
   */
  public int exitCode() {
    return switch (ending) {
      case COMPLETE -> runVerdict.exitCode();
      case INTERRUPTED -> ExitCode.INTERRUPTED;
      case GONE -> ExitCode.UNREACHABLE;
      case OUT_OF_TIME, SILENT ->
          runVerdict.exitCode() == ExitCode.INTERNAL ? ExitCode.INTERNAL : ExitCode.NOT_CONFORMANT;
    };
  }

  /** Returns how many scenarios were played, and how many requirements that is about. */
  String counts() {
    return Spelling.counted(scenarios.size(), "scenario")
        + ", "
        + Spelling.counted(runVerdict.requirements().size(), "requirement");
  }

  /** Renders results.json, whose schema is the resource {@code results.schema.json}. */
  public String json() {
    return ResultsJson.render(this);
  }

  /** Renders the run for a terminal, with ANSI colours or without. */
  public String pretty(boolean colour) {
    return ConsoleFormatter.render(this, colour);
  }

  /** Renders the run as Markdown, such as for a step summary. */
  public String markdown() {
    return Markdown.render(this);
  }

  /**
   * Writes a whole run directory at once, for runs that were not written while they ran.
   *
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public void write(Path directory) {
    try (RunDirectory files = RunDirectory.begin(directory)) {
      scenarios.forEach(files::add);
      files.finish(this);
    }
  }
}
