package io.github.switchhook.conformance.verdict;

import io.github.switchhook.conformance.profile.Waiver;
import io.github.switchhook.fixtures.Requirement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Excuses what a target is known not to meet, for as long as its waivers last. Scenarios are played
 * nonetheless, to find waivers that are no longer needed. Immutable.
 */
public final class Waivers {
  /** The waivers of a profile without any. */
  public static final Waivers NONE = of(List.of(), LocalDate.EPOCH);

  private final Map<String, Waiver> valid;
  private final Map<String, Waiver> expired;
  private final Predicate<String> wholly;

  private Waivers(
      Map<String, Waiver> valid, Map<String, Waiver> expired, Predicate<String> wholly) {
    this.valid = valid;
    this.expired = expired;
    this.wholly = wholly;
  }

  /**
   * Takes the waivers of a target.
   *
   * @param today the day of the run
   */
  public static Waivers of(List<Waiver> waivers, LocalDate today) {
    return new Waivers(
        byId(waivers, waiver -> !waiver.expired(today)),
        byId(waivers, waiver -> waiver.expired(today)),
        id -> true);
  }

  private static Map<String, Waiver> byId(List<Waiver> waivers, Predicate<Waiver> which) {
    return waivers.stream()
        .filter(which)
        .collect(
            Collectors.toMap(Waiver::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  /**
   * Returns the same waivers for a run that did not play everything.
   *
   * @param wholly tells of a requirement whether all its scenarios were played; without one of them
   *     a waiver does not count as no longer needed
   */
  public Waivers where(Predicate<String> wholly) {
    return new Waivers(valid, expired, wholly);
  }

  /** Returns the results with what is excused as WAIVED. */
  public List<ScenarioResult> apply(List<ScenarioResult> results) {
    return results.stream().map(result -> apply(result, valid)).toList();
  }

  /** Returns the results as they would be if the expired waivers still held. */
  List<ScenarioResult> applyExpired(List<ScenarioResult> results) {
    return results.stream().map(result -> apply(result, expired)).toList();
  }

  /** Returns XPASS instead of PASS for a requirement that is waived without need. */
  Verdict weigh(String requirement, Verdict verdict) {
    return verdict == Verdict.PASS && valid.containsKey(requirement) && wholly.test(requirement)
        ? Verdict.XPASS
        : verdict;
  }

  /** Says of each waiver what the run says about it; first those that must go. */
  List<WaiverResult> results(List<RequirementResult> requirements) {
    Map<String, Verdict> verdicts =
        requirements.stream()
            .collect(
                Collectors.toMap(result -> result.requirement().id(), RequirementResult::verdict));
    List<WaiverResult> results = new ArrayList<>();
    expired
        .values()
        .forEach(waiver -> results.add(new WaiverResult(waiver, WaiverResult.State.EXPIRED)));
    valid
        .values()
        .forEach(
            waiver ->
                results.add(
                    new WaiverResult(
                        waiver,
                        WaiverResult.State.of(
                            verdicts.getOrDefault(waiver.id(), Verdict.NOT_APPLICABLE)))));
    results.sort(Comparator.comparing(WaiverResult::state));
    return results;
  }

  private static ScenarioResult apply(ScenarioResult result, Map<String, Waiver> waivers) {
    List<Finding> findings = new ArrayList<>();
    for (Finding finding : result.findings()) {
      List<Requirement> excused =
          finding.charged().stream().filter(charged -> waivers.containsKey(charged.id())).toList();
      if (excused.isEmpty() || !canBeExcused(finding.verdict())) {
        findings.add(finding);
        continue;
      }
      List<Requirement> rest =
          finding.charged().stream().filter(charged -> !excused.contains(charged)).toList();
      if (!rest.isEmpty()) {
        Verdict left =
            Verdict.worst(
                rest.stream().map(charged -> Findings.weigh(finding.verdict(), charged)).toList(),
                finding.verdict());
        findings.add(new Finding(left, finding.kinds(), rest, finding.text()));
      }
      findings.add(
          new Finding(
              Verdict.WAIVED, finding.kinds(), excused, finding.text() + why(excused, waivers)));
    }
    return result.withFindings(findings);
  }

  private static boolean canBeExcused(Verdict verdict) {
    return verdict == Verdict.WARN || verdict == Verdict.INCONCLUSIVE || verdict == Verdict.FAIL;
  }

  private static String why(List<Requirement> excused, Map<String, Waiver> waivers) {
    return excused.stream()
        .map(requirement -> waivers.get(requirement.id()))
        .filter(waiver -> waiver != null)
        .map(
            waiver ->
                "\nwaived until "
                    + waiver.expires()
                    + ": "
                    + waiver.reason()
                    + (waiver.link() == null ? "" : " (" + waiver.link() + ")"))
        .distinct()
        .collect(Collectors.joining());
  }
}
