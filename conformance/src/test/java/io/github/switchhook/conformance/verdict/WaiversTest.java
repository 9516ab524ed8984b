package io.github.switchhook.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.profile.Waiver;
import io.github.switchhook.fixtures.Aspect;
import io.github.switchhook.fixtures.Level;
import io.github.switchhook.fixtures.Mark;
import io.github.switchhook.fixtures.Requirement;
import io.github.switchhook.fixtures.Source;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaiversTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Requirement ONE = requirement("SWH-A-001");
  private static final Requirement OTHER = requirement("SWH-A-002");

  @Test
  void excusesWhatItNamesUntilItsLastDay() {
    RunVerdict runVerdict = judge(TODAY, failed(ONE));

    assertThat(runVerdict.requirements())
        .containsExactly(new RequirementResult(ONE, Verdict.WAIVED));
    assertThat(runVerdict.outcome()).isEqualTo(Outcome.PARTIAL);
    assertThat(runVerdict.exitCode()).isZero();
  }

  @Test
  void doesNotExcuseAnythingElse() {
    RunVerdict runVerdict = judge(TODAY, failed(ONE, OTHER));

    assertThat(runVerdict.requirements())
        .containsExactly(
            new RequirementResult(ONE, Verdict.WAIVED), new RequirementResult(OTHER, Verdict.FAIL));
    assertThat(runVerdict.exitCode()).isEqualTo(1);
  }

  @Test
  void isStaleWhereTheRequirementIsMet() {
    RunVerdict runVerdict = judge(TODAY, passed(ONE));

    assertThat(runVerdict.requirements())
        .containsExactly(new RequirementResult(ONE, Verdict.XPASS));
    assertThat(runVerdict.exitCode()).isEqualTo(5);
    assertThat(runVerdict.stale())
        .containsExactly("SWH-A-001 passes, so its waiver (known bug) must go");
  }

  @Test
  void isStaleOnceItHasExpired() {
    RunVerdict runVerdict = judge(TODAY.minusDays(1), failed(ONE));

    assertThat(runVerdict.requirements()).containsExactly(new RequirementResult(ONE, Verdict.FAIL));
    assertThat(runVerdict.outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(runVerdict.exitCode()).isEqualTo(5);
    assertThat(runVerdict.stale())
        .containsExactly("the waiver of SWH-A-001 expired after 2026-11-22");
  }

  @Test
  void saysWhyInTheFinding() {
    assertThat(waivers(TODAY).apply(List.of(failed(ONE))).get(0).findings().get(0).text())
        .endsWith("waived until 2026-11-23: known bug (https://tracker/1)");
  }

  private static RunVerdict judge(LocalDate expires, ScenarioResult... results) {
    Waivers waivers = waivers(expires);
    return RunVerdict.of(
        List.of(ONE, OTHER), waivers.apply(List.of(results)), false, false, waivers);
  }

  private static Waivers waivers(LocalDate expires) {
    return Waivers.of(
        List.of(new Waiver("SWH-A-001", "known bug", "https://tracker/1", expires)), TODAY);
  }

  private static ScenarioResult passed(Requirement... carried) {
    return result(new Findings(List.of(carried)), carried);
  }

  private static ScenarioResult failed(Requirement... carried) {
    Findings docket = new Findings(List.of(carried));
    docket.record(Aspect.EVENTS, List.of(new Deviation(DeviationKind.MISSING, "x")), "x");
    return result(docket, carried);
  }

  private static ScenarioResult result(Findings docket, Requirement... carried) {
    Scenario scenario = new Scenario("a scenario", "a.feature", 1, List.of(carried), List.of());
    return new ScenarioResult(scenario, docket.findings(), true, Duration.ZERO, List.of());
  }

  private static Requirement requirement(String id) {
    return new Requirement(
        id,
        Level.MUST,
        new Source(Mark.D, "a place"),
        null,
        Aspect.EVENTS,
        "A sentence.",
        "core",
        null,
        "0.1",
        null,
        null);
  }
}
