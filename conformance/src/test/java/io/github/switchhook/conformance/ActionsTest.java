package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.verdict.Finding;
import io.github.switchhook.conformance.verdict.RequirementResult;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.agent.Platform;
import io.github.switchhook.simulator.agent.SwitchSetup;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The kit's findings about a target that reports wrong allowed actions, or none. */
@Timeout(120)
class ActionsTest {
  private static final String MUTE = "conversation.request.mute";

  @Test
  void whatIsNotReportedIsNotSupportedWithTheReason() throws IOException {
    Report report = play(new Dialect.Column(Optional.empty(), Map.of(), false));

    assertThat(verdict(report)).as(report.pretty(false)).isEqualTo(Verdict.NOT_SUPPORTED);
    assertThat(report.exitCode()).isZero();
    assertThat(report.scenarios())
        .flatExtracting(ScenarioResult::findings)
        .extracting(Finding::text)
        .contains("the target does not report which commands a conversation allows");
  }

  @Test
  void whatIsNotWhereItShouldBeIsMissing() throws IOException {
    Report report =
        play(new Dialect.Column(Optional.of(JsonPointer.compile("/can")), Map.of(), true));

    assertThat(verdict(report)).as(report.pretty(false)).isEqualTo(Verdict.WARN);
    assertThat(report.pretty(false))
        .contains("the last state event of Alice's conversation has no list at /can")
        .contains("dialect: {data: {actions: {reported: false}}}");
  }

  @Test
  void anotherWordIsBothMissingAndExtra() throws IOException {
    Report report = play(new Dialect.Column(Optional.empty(), Map.of(MUTE, "SILENCE"), true));

    assertThat(verdict(report)).isEqualTo(Verdict.WARN);
    assertThat(report.pretty(false))
        .contains("extra: Alice's conversation allows " + MUTE)
        .contains("missing: Alice's conversation does not allow SILENCE");
  }

  @Test
  void aPlatformMayNotOfferWhatItDoesNotDeclare() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
      Target whole = Target.standard("a modest one", simulator.uri());
      Target modest = without(whole, "conference");

      Report report = run(modest, simulator);

      assertThat(verdict(report)).isEqualTo(Verdict.WARN);
      assertThat(report.pretty(false))
          .contains("extra: Alice's conversation allows conversation.blindconference")
          .doesNotContain("does not allow");
    }
  }

  @Test
  void whatAPlatformLacksIsNotExpected() throws IOException {
    SwitchSetup setup = SwitchSetup.standard(Platform.BASIC);
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard().withSetup(setup))) {
      Target whole = Target.standard("a basic one", simulator.uri());

      Report report =
          run(
              without(
                  whole,
                  "conference",
                  "recording.pause",
                  "dispositions",
                  "incontact",
                  "multimedia"),
              simulator);

      assertThat(verdict(report)).as(report.pretty(false)).isEqualTo(Verdict.PASS);
    }
  }

  private static Report play(Dialect.Column actions) throws IOException {
    Dialect plain = Dialect.PLAIN;
    Dialect dialect =
        new Dialect(false, Map.of(), plain.session(), Map.of("actions", actions), plain.requests());
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
      Target target = Target.standard("the built-in simulator", simulator.uri());
      return run(target.with(target.ordering(), dialect), simulator);
    }
  }

  private static Report run(Target target, Simulator simulator) {
    return Kit.load()
        .run(
            target,
            SimulatorTest.stimulus(simulator.control()),
            new RunOptions(List.of("SWH-STATE-016"), false, 0, result -> {}));
  }

  private static Target without(Target target, String... capabilities) {
    return target.withCapabilities(
        target.capabilities().stream()
            .filter(declared -> !List.of(capabilities).contains(declared))
            .collect(Collectors.toSet()));
  }

  private static Verdict verdict(Report report) {
    return report.runVerdict().requirements().stream()
        .filter(result -> result.requirement().id().equals("SWH-STATE-016"))
        .map(RequirementResult::verdict)
        .findFirst()
        .orElseThrow();
  }
}
