package io.github.switchhook.conformance.verdict;

import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.fixtures.Aspect;
import io.github.switchhook.fixtures.Level;
import io.github.switchhook.fixtures.Requirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Collects the findings of one scenario, each with the requirements against which it counts. Used
 * by one thread.
 */
public final class Findings {
  private static final int MOST_REMARKS = 100;

  private final List<Requirement> requirements;
  private final Set<String> remarks = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  /**
   * Starts without findings.
   *
   * @param requirements those that the scenario carries
   */
  public Findings(List<Requirement> requirements) {
    this.requirements = List.copyOf(requirements);
  }

  /**
   * Records that an assertion failed. It counts against the scenario's requirements of that aspect;
   * if there are none, against all of the scenario's.
   *
   * @return the finding's verdict: FAIL if one of them is a MUST, WARN if one is a SHOULD,
   *     NOT_SUPPORTED if all are MAY
   */
  public Verdict record(Aspect aspect, List<Deviation> deviations, String text) {
    return record(aspect, deviations, text, requirement -> true);
  }

  /**
   * Records the same against those of these requirements that are concerned, where any are.
   *
   * @param concerned whether what went wrong is what a requirement speaks of
   */
  public Verdict record(
      Aspect aspect, List<Deviation> deviations, String text, Predicate<Requirement> concerned) {
    List<Requirement> charged =
        requirements.stream().filter(requirement -> requirement.aspect() == aspect).toList();
    if (charged.isEmpty() && aspect == Aspect.CODE) {
      // All codes are our choice: a deviation must not count against what is documented.
      findings.add(new Finding(Verdict.WARN, kinds(deviations), List.of(), text));
      return Verdict.WARN;
    }
    if (charged.isEmpty()) {
      charged = requirements;
    }
    charged = where(charged, concerned);
    if (deviations.stream().anyMatch(each -> each.kind() == DeviationKind.NOT_REFUSED)) {
      charged = where(charged, each -> !Requirement.REFUSED.equals(each.onlyIf()));
    }
    Verdict verdict =
        Verdict.worst(
            charged.stream().map(requirement -> weigh(Verdict.FAIL, requirement)).toList(),
            Verdict.FAIL);
    findings.add(new Finding(verdict, kinds(deviations), charged, text));
    return verdict;
  }

  /** Returns those that are concerned; all where none is. */
  private static List<Requirement> where(
      List<Requirement> requirements, Predicate<Requirement> concerned) {
    List<Requirement> some = requirements.stream().filter(concerned).toList();
    return some.isEmpty() ? requirements : some;
  }

  /**
   * Records a slip that is reported on its own and counts against no requirement, such as blanks
   * around a name; each once, and no more than {@value #MOST_REMARKS}.
   */
  public void remark(Deviation deviation) {
    if (remarks.size() < MOST_REMARKS && remarks.add(deviation.text())) {
      findings.add(
          new Finding(Verdict.WARN, List.of(deviation.kind()), List.of(), deviation.text()));
    }
  }

  /**
   * Records a verdict on the scenario as a whole, whatever the target did. Where it is
   * inconclusive, it says nothing about a requirement that was found not to hold before.
   */
  public void close(Verdict verdict, String text) {
    List<Requirement> open =
        verdict == Verdict.INCONCLUSIVE
            ? requirements.stream().filter(each -> !isBroken(each)).toList()
            : requirements;
    findings.add(new Finding(verdict, List.of(), open, text));
  }

  private boolean isBroken(Requirement requirement) {
    return findings.stream()
        .filter(found -> found.verdict() == Verdict.FAIL || found.verdict() == Verdict.WARN)
        .anyMatch(found -> found.charged().contains(requirement));
  }

  /** Records that one aspect cannot be judged on this target. */
  public void skip(Aspect aspect, String text) {
    List<Requirement> skipped =
        requirements.stream().filter(requirement -> requirement.aspect() == aspect).toList();
    findings.add(new Finding(Verdict.NOT_SUPPORTED, List.of(), skipped, text));
  }

  /**
   * Records that the requirements without any finding are not shown by the rest of the scenario.
   */
  public void skipRest(String text) {
    List<Requirement> rest =
        requirements.stream()
            .filter(each -> findings.stream().noneMatch(found -> found.charged().contains(each)))
            .toList();
    if (!rest.isEmpty()) {
      findings.add(new Finding(Verdict.NOT_SUPPORTED, List.of(), rest, text));
    }
  }

  /** Returns the findings so far. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /**
   * Returns the verdict for one requirement: a failed assertion weighs by the requirement's level,
   * any other finding the same for all.
   */
  static Verdict weigh(Verdict verdict, Requirement requirement) {
    if (verdict != Verdict.FAIL) {
      return verdict;
    }
    return requirement.level() == Level.MUST
        ? Verdict.FAIL
        : requirement.level() == Level.SHOULD ? Verdict.WARN : Verdict.NOT_SUPPORTED;
  }

  private static List<DeviationKind> kinds(List<Deviation> deviations) {
    return deviations.stream().map(Deviation::kind).distinct().toList();
  }
}
