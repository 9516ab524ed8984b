package io.github.switchhook.conformance.report.runs;

import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.profile.Waiver;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.verdict.Ending;
import io.github.switchhook.conformance.verdict.ExitCode;
import io.github.switchhook.conformance.verdict.Outcome;
import io.github.switchhook.conformance.verdict.RunVerdict;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Waivers;
import io.github.switchhook.fixtures.Level;
import io.github.switchhook.fixtures.Requirement;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Joins the run directories of shards into one report, judged again as if it had been one run. The
 * runs must have been made with the same features.
 */
public final class RunMerge {
  private final List<RecordedRun> runs;
  private final Catalogue catalogue;
  private final Map<String, ScenarioResult> results = new HashMap<>();
  private final Map<String, ScenarioResult> surveyed = new LinkedHashMap<>();

  private RunMerge(List<RecordedRun> runs, Catalogue catalogue) {
    this.runs = runs;
    this.catalogue = catalogue;
  }

  /**
   * Joins runs. Scenarios that none of them played make the outcome partial at best.
   *
   * @param strict whether a warning counts as a failure
   * @throws IllegalArgumentException if one is not a run directory, two have played the same
   *     scenario or verified different targets, or one was made with other features
   */
  public static Report of(Catalogue catalogue, List<Path> directories, boolean strict) {
    if (directories.isEmpty()) {
      throw new IllegalArgumentException("expected at least one run directory, got none");
    }
    List<RecordedRun> runs = directories.stream().map(RecordedRun::read).toList();
    requireOneTarget(runs);
    // A target may weigh a requirement otherwise than the register does.
    Map<String, Level> levels = new HashMap<>();
    runs.forEach(run -> levels.putAll(run.levels()));
    RunMerge merge = new RunMerge(runs, catalogue.withLevels(levels));
    merge.collect();
    return merge.report(strict);
  }

  private static void requireOneTarget(List<RecordedRun> runs) {
    RecordedRun first = runs.get(0);
    for (RecordedRun run : runs) {
      if (!run.target().equals(first.target())) {
        throw new IllegalArgumentException(
            "expected runs of one target, got "
                + first.target()
                + " in "
                + first.directory()
                + " and "
                + run.target()
                + " in "
                + run.directory());
      }
    }
  }

  private void collect() {
    Map<String, Path> from = new HashMap<>();
    for (RecordedRun run : runs) {
      run.results(catalogue)
          .forEach(
              (place, result) -> {
                if (result.scenario().feature().equals(Scenario.SURVEY)) {
                  // Every shard begins with the same look at the target.
                  surveyed.put(place, result);
                  return;
                }
                Path other = from.put(place, run.directory());
                if (other != null) {
                  throw new IllegalArgumentException(
                      "expected runs of different scenarios, got "
                          + place
                          + " in "
                          + other
                          + " and "
                          + run.directory());
                }
                results.put(place, result);
              });
    }
  }

  private Report report(boolean strict) {
    RecordedRun first = runs.get(0);
    List<String> only = only();
    return new Report(
        first.target(),
        first.url(),
        only,
        runs.stream().flatMap(run -> run.overrides().stream()).distinct().toList(),
        runVerdict(only, strict),
        Stream.concat(surveyed.values().stream(), played().stream()).toList(),
        notRun(),
        ending(),
        problem(),
        first.seed(),
        runs.stream().flatMap(run -> run.begun().stream()).min(Comparator.naturalOrder()),
        runs.stream().map(RecordedRun::duration).max(Comparator.naturalOrder()).orElseThrow());
  }

  private RunVerdict runVerdict(List<String> only, boolean strict) {
    List<ScenarioResult> played = played();
    List<Requirement> judged = only.isEmpty() ? catalogue.requirements() : catalogue.select(only);
    boolean selected = !only.isEmpty() || played.size() < catalogue.scenarios().size();
    Set<Scenario> done = played.stream().map(ScenarioResult::scenario).collect(Collectors.toSet());
    RunVerdict runVerdict =
        RunVerdict.of(
            judged,
            Stream.concat(surveyed.values().stream(), played.stream()).toList(),
            selected,
            strict,
            Waivers.of(waivers(), lastDay()).where(catalogue.wholly(done)));
    return problem().isEmpty()
        ? runVerdict
        : new RunVerdict(
            runVerdict.requirements(),
            runVerdict.profiles(),
            Outcome.FAILURE,
            ExitCode.UNREACHABLE,
            runVerdict.waivers());
  }

  /** Returns what was played, in the order of the files. */
  private List<ScenarioResult> played() {
    return catalogue.scenarios().stream()
        .flatMap(scenario -> Stream.ofNullable(results.get(scenario.place())))
        .toList();
  }

  /**
   * Returns what any of the runs was confined to; nothing if one of them was to play everything.
   */
  private List<String> only() {
    Set<String> only = new LinkedHashSet<>();
    for (RecordedRun run : runs) {
      if (run.only().isEmpty()) {
        return List.of();
      }
      only.addAll(run.only());
    }
    return List.copyOf(only);
  }

  /** Returns what one run did not come to and no other has played. */
  private List<Scenario> notRun() {
    return runs.stream()
        .flatMap(run -> run.notRun(catalogue).stream())
        .filter(scenario -> !results.containsKey(scenario.place()))
        .distinct()
        .toList();
  }

  private Ending ending() {
    return notRun().isEmpty()
        ? Ending.COMPLETE
        : runs.stream()
            .map(RecordedRun::ending)
            .filter(ending -> ending != Ending.COMPLETE)
            .findFirst()
            .orElse(Ending.INTERRUPTED);
  }

  private Optional<String> problem() {
    String problems =
        runs.stream()
            .flatMap(run -> run.problem().map(text -> run.directory() + ": " + text).stream())
            .collect(Collectors.joining("\n"));
    return Optional.of(problems).filter(text -> !text.isEmpty());
  }

  private List<Waiver> waivers() {
    Map<String, Waiver> waivers = new LinkedHashMap<>();
    runs.stream()
        .flatMap(run -> run.waivers().stream())
        .forEach(waiver -> waivers.putIfAbsent(waiver.id(), waiver));
    return List.copyOf(waivers.values());
  }

  /** Returns the day of the last shard, by which waivers expire; today does not matter. */
  private LocalDate lastDay() {
    return runs.stream()
        .flatMap(run -> run.begun().stream())
        .max(Comparator.<Instant>naturalOrder())
        .map(then -> LocalDate.ofInstant(then, ZoneOffset.UTC))
        .orElse(LocalDate.EPOCH);
  }
}
