package io.github.switchhook.conformance.verdict;

import io.github.switchhook.conformance.target.Waiver;
import io.github.switchhook.fixtures.Requirement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Excuses what a target is known not to meet, for as long as its waivers last. Scenarios are played
 * all the same, so that a waiver that is no longer needed shows. Immutable.
 */
public final class Waivers {
  /** Excuses nothing. */
  public static final Waivers NONE = new Waivers(List.of(), LocalDate.EPOCH);

  private final Map<String, Waiver> valid;
  private final List<Waiver> expired;

  private Waivers(List<Waiver> waivers, LocalDate today) {
    this.valid =
        waivers.stream()
            .filter(waiver -> !waiver.expired(today))
            .collect(Collectors.toUnmodifiableMap(Waiver::id, Function.identity()));
    this.expired = waivers.stream().filter(waiver -> waiver.expired(today)).toList();
  }

  /**
   * Takes the waivers of a target.
   *
   * @param today the day of the run
   */
  public static Waivers of(List<Waiver> waivers, LocalDate today) {
    return new Waivers(waivers, today);
  }

  /** Returns the results with what is excused as WAIVED. */
  public List<ScenarioResult> apply(List<ScenarioResult> results) {
    return results.stream().map(result -> apply(result, valid)).toList();
  }

  /** Returns the results as they would be if the expired waivers still held. */
  List<ScenarioResult> applyExpired(List<ScenarioResult> results) {
    Map<String, Waiver> late =
        expired.stream().collect(Collectors.toMap(Waiver::id, Function.identity()));
    return results.stream().map(result -> apply(result, late)).toList();
  }

  /** Returns XPASS instead of PASS for a requirement that is waived without need. */
  Verdict weigh(String requirement, Verdict verdict) {
    return verdict == Verdict.PASS && valid.containsKey(requirement) ? Verdict.XPASS : verdict;
  }

  /** Says of each waiver that must go why. */
  List<String> stale(List<RequirementResult> requirements) {
    List<String> stale = new ArrayList<>();
    expired.forEach(
        waiver -> stale.add("the waiver of " + waiver.id() + " expired after " + waiver.expires()));
    requirements.stream()
        .filter(result -> result.verdict() == Verdict.XPASS)
        .forEach(
            result ->
                stale.add(
                    result.requirement().id()
                        + " passes, so its waiver ("
                        + reason(result.requirement().id())
                        + ") must go"));
    return stale;
  }

  private String reason(String id) {
    return Optional.ofNullable(valid.get(id)).map(Waiver::reason).orElse("");
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
                rest.stream().map(charged -> Docket.weigh(finding.verdict(), charged)).toList(),
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
