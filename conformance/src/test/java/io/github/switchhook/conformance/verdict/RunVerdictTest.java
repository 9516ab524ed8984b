package io.github.switchhook.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.fixtures.Aspect;
import io.github.switchhook.fixtures.Level;
import io.github.switchhook.fixtures.Mark;
import io.github.switchhook.fixtures.Requirement;
import io.github.switchhook.fixtures.Source;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RunVerdictTest {
  private static final Requirement MUST =
      requirement("SWH-A-001", Level.MUST, Aspect.RESPONSE, "core");
  private static final Requirement SHOULD =
      requirement("SWH-A-002", Level.SHOULD, Aspect.EVENTS, "core");
  private static final Requirement MAY = requirement("SWH-A-003", Level.MAY, Aspect.EFFECT, "core");
  private static final Requirement OPTIONAL =
      requirement("SWH-B-001", Level.MUST, Aspect.EVENTS, "multimedia");
  private static final List<Requirement> ALL = List.of(MUST, SHOULD, MAY, OPTIONAL);

  @Test
  void aPassInOneScenarioOutweighsAnotherThatCouldNotBePlayed() {
    RunVerdict runVerdict = judge(passed(MUST), closed(Verdict.NOT_SUPPORTED, MUST));

    assertThat(runVerdict.requirements())
        .containsExactly(new RequirementResult(MUST, Verdict.PASS));
    assertThat(runVerdict.outcome()).isEqualTo(Outcome.SUCCESS);
  }

  @Test
  void aFailureOutweighsEverythingButAnError() {
    assertThat(judge(passed(MUST), failed(Aspect.RESPONSE, MUST, SHOULD)).exitCode()).isEqualTo(1);
    assertThat(judge(failed(Aspect.RESPONSE, MUST), closed(Verdict.ERROR, SHOULD)).exitCode())
        .isEqualTo(4);
  }

  @Test
  void chargesOnlyTheRequirementsOfTheAspect() {
    RunVerdict runVerdict = judge(failed(Aspect.EVENTS, MUST, SHOULD));

    assertThat(runVerdict.requirements())
        .containsExactly(
            new RequirementResult(MUST, Verdict.PASS), new RequirementResult(SHOULD, Verdict.WARN));
    assertThat(runVerdict.exitCode()).isZero();
    assertThat(
            RunVerdict.of(
                    ALL, List.of(failed(Aspect.EVENTS, MUST, SHOULD)), false, true, Waivers.NONE)
                .exitCode())
        .isEqualTo(1);
  }

  @Test
  void chargesAllWhereNoRequirementHasTheAspect() {
    assertThat(judge(failed(Aspect.EFFECT, MUST, SHOULD)).requirements())
        .containsExactly(
            new RequirementResult(MUST, Verdict.FAIL), new RequirementResult(SHOULD, Verdict.WARN));
  }

  /** All codes are our choice. */
  @Test
  void aCodeCountsAgainstARequirementAboutCodesOnly() {
    ScenarioResult result = failed(Aspect.CODE, MUST, SHOULD);

    assertThat(result.verdict()).isEqualTo(Verdict.WARN);
    assertThat(judge(result).requirements())
        .containsExactly(
            new RequirementResult(MUST, Verdict.PASS), new RequirementResult(SHOULD, Verdict.PASS));
  }

  @Test
  void chargesThoseOfTheAspectThatAreConcerned() {
    List<Deviation> one = List.of(new Deviation(DeviationKind.EXTRA, "x"));
    Requirement other = requirement("SWH-A-009", Level.MUST, Aspect.EVENTS, "core");

    assertThat(
            result(
                    findings -> findings.record(Aspect.EVENTS, one, "x", SHOULD::equals),
                    true,
                    SHOULD,
                    other)
                .findings()
                .get(0)
                .charged())
        .containsExactly(SHOULD);
    assertThat(
            result(
                    findings -> findings.record(Aspect.EVENTS, one, "x", each -> false),
                    true,
                    SHOULD,
                    other)
                .findings()
                .get(0)
                .charged())
        .containsExactly(SHOULD, other);
  }

  /** What speaks of refusals says nothing where nothing was refused. */
  @Test
  void whatSucceedsBreaksNoRequirementAboutRefusals() {
    Requirement ofRefusals =
        new Requirement(
            "SWH-A-008",
            Level.MUST,
            new Source(Mark.D, "a place"),
            null,
            Aspect.RESPONSE,
            "A sentence.",
            "core",
            null,
            "0.1",
            Requirement.REFUSED,
            null);

    for (DeviationKind kind : List.of(DeviationKind.NOT_REFUSED, DeviationKind.WRONG_RESULT)) {
      ScenarioResult result =
          result(
              findings -> findings.record(Aspect.RESPONSE, List.of(new Deviation(kind, "x")), "x"),
              true,
              MUST,
              ofRefusals);
      assertThat(result.findings().get(0).charged().contains(ofRefusals))
          .as(kind.words())
          .isEqualTo(kind == DeviationKind.WRONG_RESULT);
    }
  }

  @Test
  void theRestOfAScenarioThatEndsEarlyIsNotShown() {
    ScenarioResult ended =
        result(
            findings -> {
              findings.record(
                  Aspect.EVENTS, List.of(new Deviation(DeviationKind.NOT_REFUSED, "x")), "x");
              findings.skipRest("not shown");
            },
            false,
            MUST,
            SHOULD);

    assertThat(judge(ended).requirements())
        .containsExactly(
            new RequirementResult(MUST, Verdict.NOT_SUPPORTED),
            new RequirementResult(SHOULD, Verdict.WARN));
    assertThat(judge(ended, passed(MUST)).requirements())
        .contains(new RequirementResult(MUST, Verdict.PASS));
  }

  @Test
  void aMayThatIsNotMetIsNotSupported() {
    assertThat(judge(passed(MUST), failed(Aspect.EFFECT, MAY)).requirements())
        .contains(new RequirementResult(MAY, Verdict.NOT_SUPPORTED));
  }

  @Test
  void aProfileThatIsNotClaimedDoesNotCount() {
    RunVerdict runVerdict = judge(passed(MUST), closed(Verdict.NOT_SUPPORTED, OPTIONAL));

    assertThat(runVerdict.profiles())
        .extracting(ProfileResult::profile)
        .containsExactly("core", "multimedia");
    assertThat(runVerdict.profiles())
        .extracting(ProfileResult::claimed)
        .containsExactly(true, false);
    assertThat(runVerdict.outcome()).isEqualTo(Outcome.SUCCESS);
  }

  @Test
  void whatWasNeverReachedIsNotConformant() {
    RunVerdict runVerdict = judge(passed(MUST), closed(Verdict.INCONCLUSIVE, SHOULD));

    assertThat(runVerdict.outcome()).isEqualTo(Outcome.PARTIAL);
    assertThat(runVerdict.exitCode()).isEqualTo(1);
  }

  @Test
  void aFindingIsNotHiddenByWhatCouldNotBeReached() {
    ScenarioResult later =
        result(
            findings -> {
              findings.record(
                  Aspect.EVENTS, List.of(new Deviation(DeviationKind.MISSING, "x")), "x");
              findings.close(Verdict.INCONCLUSIVE, "x");
            },
            false,
            MUST,
            SHOULD);

    assertThat(judge(later).requirements())
        .containsExactly(
            new RequirementResult(MUST, Verdict.INCONCLUSIVE),
            new RequirementResult(SHOULD, Verdict.WARN));
    assertThat(
            judge(failed(Aspect.EVENTS, MUST, SHOULD), closed(Verdict.INCONCLUSIVE, SHOULD))
                .requirements())
        .contains(new RequirementResult(SHOULD, Verdict.WARN));
    assertThat(judge(later).exitCode()).isEqualTo(1);
  }

  @Test
  void aSelectionIsPartialAtBest() {
    RunVerdict runVerdict = RunVerdict.of(ALL, List.of(passed(MUST)), true, false, Waivers.NONE);

    assertThat(runVerdict.outcome()).isEqualTo(Outcome.PARTIAL);
    assertThat(runVerdict.exitCode()).isZero();
  }

  private static RunVerdict judge(ScenarioResult... results) {
    return RunVerdict.of(ALL, List.of(results), false, false, Waivers.NONE);
  }

  private static ScenarioResult passed(Requirement... carried) {
    return result(docket -> {}, true, carried);
  }

  private static ScenarioResult failed(Aspect aspect, Requirement... carried) {
    return result(
        docket -> docket.record(aspect, List.of(new Deviation(DeviationKind.MISSING, "x")), "x"),
        true,
        carried);
  }

  private static ScenarioResult closed(Verdict verdict, Requirement... carried) {
    return result(docket -> docket.close(verdict, "x"), false, carried);
  }

  private static ScenarioResult result(
      Consumer<Findings> findings, boolean complete, Requirement... carried) {
    Findings docket = new Findings(List.of(carried));
    findings.accept(docket);
    Scenario scenario = new Scenario("a scenario", "a.feature", 1, List.of(carried), List.of());
    return new ScenarioResult(scenario, docket.findings(), complete, Duration.ZERO, List.of());
  }

  private static Requirement requirement(String id, Level level, Aspect aspect, String profile) {
    return new Requirement(
        id,
        level,
        new Source(Mark.D, "a place"),
        null,
        aspect,
        "A sentence.",
        profile,
        null,
        "0.1",
        null,
        null);
  }
}
