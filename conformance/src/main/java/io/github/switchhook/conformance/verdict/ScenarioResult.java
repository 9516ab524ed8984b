package io.github.switchhook.conformance.verdict;

import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.wire.WireLine;
import java.time.Duration;
import java.util.List;

/**
 * The result of one scenario.
 *
 * @param scenario which one
 * @param findings what it found, none if it passed
 * @param complete whether every step was played, so that requirements without a finding are proved
 * @param duration how long it took
 * @param wire every raw line, without secrets
 */
public record ScenarioResult(
    Scenario scenario,
    List<Finding> findings,
    boolean complete,
    Duration duration,
    List<WireLine> wire) {
  public ScenarioResult {
    findings = List.copyOf(findings);
    wire = List.copyOf(wire);
  }

  /** Returns the verdict that wins among the findings. */
  public Verdict verdict() {
    return Verdict.worst(findings.stream().map(Finding::verdict).toList(), Verdict.PASS);
  }

  /** Returns the same result with other findings. */
  ScenarioResult withFindings(List<Finding> others) {
    return new ScenarioResult(scenario, others, complete, duration, wire);
  }

  /** Returns what this scenario says about one of its requirements. */
  Verdict verdictOn(String requirement) {
    Verdict unjudged = complete ? Verdict.PASS : Verdict.INCONCLUSIVE;
    return Verdict.worst(
        findings.stream()
            .flatMap(
                finding ->
                    finding.charged().stream()
                        .filter(charged -> charged.id().equals(requirement))
                        .map(charged -> Findings.weigh(finding.verdict(), charged)))
            .toList(),
        unjudged);
  }
}
