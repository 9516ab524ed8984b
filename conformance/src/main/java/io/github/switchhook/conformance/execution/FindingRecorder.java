package io.github.switchhook.conformance.execution;

import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.match.SequenceComparison;
import io.github.switchhook.conformance.profile.RequirementOverride;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.verdict.Finding;
import io.github.switchhook.conformance.verdict.Findings;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLog;
import io.github.switchhook.fixtures.Aspect;
import io.github.switchhook.fixtures.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Records the findings of one scenario, and notes them in the log, without secrets. Used by the
 * kit's thread alone.
 */
public final class FindingRecorder {
  /** The most deviations of one kind of assertion that are reported one by one. */
  private static final int MOST_LINES = 100;

  private final Findings findings;
  private final WireLog log;
  private final Target target;
  private String where = "";
  private boolean refused;
  private boolean stopped;

  FindingRecorder(Findings findings, WireLog log, Target target) {
    this.findings = findings;
    this.log = log;
    this.target = target;
  }

  /** Sets the step that the following findings name; empty before the first. */
  void under(String label) {
    where = label.isEmpty() ? "" : label + ": ";
  }

  /** Sets whether the following findings are about a request that was refused. */
  void afterRefusal(boolean was) {
    refused = was;
  }

  /** Records a failed assertion; stops the scenario if that breaks a MUST. */
  public void record(Aspect aspect, List<Deviation> deviations, String text) {
    record(aspect, deviations, text, requirement -> true);
  }

  /**
   * Records the same against those of these requirements that are concerned, where any are.
   *
   * @param concerned whether what went wrong is what a requirement speaks of
   */
  void record(
      Aspect aspect, List<Deviation> deviations, String text, Predicate<Requirement> concerned) {
    Verdict verdict =
        findings.record(aspect, deviations, target.secrets().redact(where + text), concerned);
    log.note(WireLine.Direction.FINDING, verdict + " " + where + text);
    if (verdict == Verdict.FAIL) {
      stopped = true;
      throw new ScenarioStoppedException();
    }
  }

  /** Records that something is not as it should be, which one sentence says. */
  public void record(Aspect aspect, Deviation deviation) {
    record(aspect, List.of(deviation), deviation.text());
  }

  /**
   * Records what is wrong with a response, if anything is. Where a request succeeds that had to be
   * refused, or the reverse, what follows is another story than the scenario's, and the scenario
   * ends.
   */
  public void answer(Aspect aspect, List<Deviation> deviations) {
    if (!deviations.isEmpty()) {
      record(aspect, deviations, "the response\n" + lines(deviations));
    }
    if (deviations.stream().anyMatch(each -> each.kind().isWrongResult())) {
      findings.skipRest("not shown here: the scenario does not go on after what is found above");
      stopped = true;
      throw new ScenarioStoppedException();
    }
  }

  /** Records what is wrong with all that an agent saw, if anything is. */
  void events(TestAgent testAgent, List<ExpectedEvent> expected, List<ActualEvent> actual) {
    events(testAgent, expected, actual, Optional.empty());
  }

  /** Records the same, and says so where the expected list is an override of the profile's. */
  void events(
      TestAgent testAgent,
      List<ExpectedEvent> expected,
      List<ActualEvent> actual,
      Optional<RequirementOverride> override) {
    SequenceComparison comparison = SequenceComparison.of(expected, actual, target.dialect());
    if (!comparison.exact()) {
      String title = seenBy(testAgent) + (expected.isEmpty() ? " (expected: nothing)" : "");
      record(
          Aspect.EVENTS,
          comparison.deviations(),
          title + "\n" + diff(comparison) + override.map(FindingRecorder::ofTheProfile).orElse(""),
          requirement -> refused || !Requirement.REFUSED.equals(requirement.onlyIf()));
    }
  }

  /**
   * Returns a line that tells the reader that the expected list is the profile's, not PROTOCOL's.
   */
  private static String ofTheProfile(RequirementOverride override) {
    return "\n  the expected list is the profile's, which overrides "
        + override.id()
        + ": "
        + override.reason()
        + " ("
        + override.reference()
        + ")";
  }

  static String seenBy(TestAgent testAgent) {
    return "what " + testAgent.name() + " sees";
  }

  /** Returns each deviation, and the two sequences side by side. */
  static String diff(SequenceComparison comparison) {
    return lines(comparison.deviations()) + "\n" + comparison.render().indent(2).stripTrailing();
  }

  static String lines(List<Deviation> deviations) {
    String more =
        deviations.size() > MOST_LINES
            ? "\n  and " + (deviations.size() - MOST_LINES) + " more"
            : "";
    return deviations.stream()
            .limit(MOST_LINES)
            .map(deviation -> "  " + deviation.kind().words() + ": " + deviation.text())
            .collect(Collectors.joining("\n"))
        + more;
  }

  /** Records a slip that is reported on its own. */
  void remark(Deviation deviation) {
    findings.remark(deviation);
  }

  /** Records that one aspect cannot be judged on this target; the scenario goes on. */
  public void skip(Aspect aspect, String why) {
    findings.skip(aspect, why);
  }

  /** Records how the whole scenario ends and returns what to throw. */
  ScenarioStoppedException stop(Verdict verdict, String why) {
    stopped = true;
    close(verdict, why);
    return new ScenarioStoppedException();
  }

  /** Records that the scenario could not even begin, and returns what to throw. */
  ScenarioStoppedException stop(LoginFailure failure) {
    stopped = true;
    close(Verdict.INCONCLUSIVE, failure.sentence());
    return new ScenarioStoppedException(failure.redacted(target.secrets()));
  }

  /**
   * Returns what to throw where a step needs something that is not there. After a failed assertion
   * this is a consequence of the target's failure; without one the scenario itself is wrong.
   */
  RuntimeException impossible(String why) {
    boolean charged =
        findings.findings().stream()
            .anyMatch(found -> !found.kinds().isEmpty() && !found.charged().isEmpty());
    return charged
        ? stop(Verdict.INCONCLUSIVE, "the scenario cannot go on after what is found above: " + why)
        : new IllegalStateException("the scenario is wrong: " + why);
  }

  /** Records how the whole scenario ends, where it is over anyway. */
  void close(Verdict verdict, String why) {
    findings.close(verdict, target.secrets().redact(why));
    log.note(WireLine.Direction.FINDING, verdict + " " + why);
  }

  boolean stopped() {
    return stopped;
  }

  List<Finding> findings() {
    return findings.findings();
  }
}
