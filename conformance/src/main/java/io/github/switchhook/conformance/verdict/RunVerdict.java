package io.github.switchhook.conformance.verdict;

import io.github.switchhook.fixtures.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rolls the results of scenarios up to requirements, profiles and the run. Immutable.
 *
 * @param requirements in the order of the register
 * @param profiles in alphabetical order
 * @param outcome of the whole run
 * @param exitCode 0 conformant, 1 not conformant, 4 the kit is at fault, 5 nothing but stale
 *     waivers is wrong
 * @param waivers what became of each waiver, first those that must go
 */
public record RunVerdict(
    List<RequirementResult> requirements,
    List<ProfileResult> profiles,
    Outcome outcome,
    int exitCode,
    List<WaiverResult> waivers) {
  public RunVerdict {
    requirements = List.copyOf(requirements);
    profiles = List.copyOf(profiles);
    waivers = List.copyOf(waivers);
  }

  /** Says of each waiver that must go why. */
  public List<String> stale() {
    return waivers.stream().filter(WaiverResult::stale).map(WaiverResult::sentence).toList();
  }

  /**
   * Judges a run by the results of its scenarios.
   *
   * @param register the requirements that the run is about
   * @param scenarios what was played
   * @param selected whether scenarios were left out on request, which makes the outcome partial at
   *     best
   * @param strict whether a warning counts as a failure
   * @param waivers those that were applied to the scenarios
   */
  public static RunVerdict of(
      List<Requirement> register,
      List<ScenarioResult> scenarios,
      boolean selected,
      boolean strict,
      Waivers waivers) {
    Map<String, List<ScenarioResult>> carriers = new LinkedHashMap<>();
    for (ScenarioResult result : scenarios) {
      for (Requirement requirement : result.scenario().requirements()) {
        carriers.computeIfAbsent(requirement.id(), id -> new ArrayList<>()).add(result);
      }
    }
    List<RequirementResult> requirements =
        register.stream()
            .filter(requirement -> carriers.containsKey(requirement.id()))
            .map(
                requirement ->
                    new RequirementResult(
                        requirement,
                        waivers.weigh(
                            requirement.id(),
                            verdict(
                                requirement, carriers.getOrDefault(requirement.id(), List.of())))))
            .toList();
    List<ProfileResult> profiles = profiles(requirements, selected, strict);
    Verdict worst = worst(scenarios);
    Outcome outcome =
        profiles.stream()
            .filter(ProfileResult::claimed)
            .map(ProfileResult::outcome)
            .max(Comparator.naturalOrder())
            .filter(rolledUp -> rolledUp.compareTo(outcome(List.of(worst), selected, strict)) > 0)
            .orElseGet(() -> outcome(List.of(worst), selected, strict));
    List<WaiverResult> weighed = waivers.results(requirements);
    boolean stale = weighed.stream().anyMatch(WaiverResult::stale);
    int exitCode = exitCode(worst(waivers.applyExpired(scenarios)), strict);
    return new RunVerdict(
        requirements,
        profiles,
        outcome,
        exitCode == ExitCode.OK && stale ? ExitCode.STALE_WAIVER : exitCode,
        weighed);
  }

  /** Counts verdicts, heaviest last; verdicts that do not occur are left out. */
  public static Map<Verdict, Integer> totals(Collection<Verdict> verdicts) {
    Map<Verdict, Integer> totals = new EnumMap<>(Verdict.class);
    verdicts.forEach(verdict -> totals.merge(verdict, 1, Integer::sum));
    return Collections.unmodifiableMap(totals);
  }

  private static Verdict worst(List<ScenarioResult> scenarios) {
    return Verdict.worst(
        scenarios.stream().map(ScenarioResult::verdict).toList(), Verdict.INCONCLUSIVE);
  }

  private static Verdict verdict(Requirement requirement, List<ScenarioResult> carriers) {
    List<Verdict> verdicts =
        carriers.stream().map(result -> result.verdictOn(requirement.id())).toList();
    Verdict worst = Verdict.worst(verdicts, Verdict.NOT_APPLICABLE);
    // What was found in one scenario is not hidden by another that could not be played.
    return worst == Verdict.INCONCLUSIVE && verdicts.contains(Verdict.WARN) ? Verdict.WARN : worst;
  }

  private static List<ProfileResult> profiles(
      List<RequirementResult> requirements, boolean selected, boolean strict) {
    Map<String, List<Verdict>> byProfile =
        requirements.stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.requirement().profile(),
                    TreeMap::new,
                    Collectors.mapping(RequirementResult::verdict, Collectors.toList())));
    return byProfile.entrySet().stream()
        .map(
            entry ->
                new ProfileResult(
                    entry.getKey(),
                    outcome(entry.getValue(), selected, strict),
                    entry.getValue().stream()
                        .anyMatch(verdict -> verdict.compareTo(Verdict.PASS) >= 0),
                    totals(entry.getValue())))
        .toList();
  }

  private static Outcome outcome(Collection<Verdict> verdicts, boolean selected, boolean strict) {
    Verdict heaviest = Verdict.worst(verdicts, Verdict.INCONCLUSIVE);
    if (heaviest.compareTo(Verdict.FAIL) >= 0 || (strict && heaviest == Verdict.WARN)) {
      return Outcome.FAILURE;
    }
    boolean whole =
        heaviest != Verdict.INCONCLUSIVE
            && !verdicts.contains(Verdict.NOT_SUPPORTED)
            && !verdicts.contains(Verdict.WAIVED)
            && !selected;
    return whole ? Outcome.SUCCESS : Outcome.PARTIAL;
  }

  private static int exitCode(Verdict worst, boolean strict) {
    return switch (worst) {
      case NOT_APPLICABLE, NOT_SUPPORTED, PASS, XPASS, WAIVED -> ExitCode.OK;
      case WARN -> strict ? ExitCode.NOT_CONFORMANT : ExitCode.OK;
      case INCONCLUSIVE, FAIL -> ExitCode.NOT_CONFORMANT;
      case ERROR -> ExitCode.INTERNAL;
    };
  }
}
