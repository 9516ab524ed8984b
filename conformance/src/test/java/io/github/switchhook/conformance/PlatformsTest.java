package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.agent.Platform;
import io.github.switchhook.simulator.agent.SwitchSetup;
import io.github.switchhook.simulator.protocol.Capability;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Plays everything against switches with fewer capabilities, which declare those that they have.
 */
@Timeout(120)
class PlatformsTest {
  @ParameterizedTest
  @EnumSource(
      value = Platform.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "FULL") // SimulatorTest plays that one
  void whatAPlatformDoesNotDeclareIsNotSupported(Platform platform) throws IOException {
    Report report = verify(platform, words(platform), List.of());

    assertThat(report.scenarios())
        .as(report.pretty(false))
        .noneMatch(
            result ->
                Set.of(Verdict.INCONCLUSIVE, Verdict.FAIL, Verdict.ERROR)
                    .contains(result.verdict()));
    assertThat(report.exitCode()).isZero();
  }

  @Test
  void theConsequencesOfATargetsFailureAreNotErrorsOfTheScenario() throws IOException {
    Set<String> boasted =
        Set.of(
            Capability.CONSULT.wireName(),
            Capability.RECORDING.wireName(),
            Capability.CONFERENCE.wireName());

    Report report = verify(Platform.BASIC, boasted, List.of("conversation.blindconference"));

    assertThat(report.scenarios())
        .as(report.pretty(false))
        .noneMatch(result -> result.verdict() == Verdict.ERROR)
        .anyMatch(result -> result.verdict() == Verdict.INCONCLUSIVE);
    assertThat(report.pretty(false)).doesNotContain("Exception");
    assertThat(report.exitCode()).isEqualTo(1);
  }

  private static Report verify(Platform platform, Set<String> declared, List<String> only)
      throws IOException {
    SimulatorOptions options =
        SimulatorOptions.standard().withSetup(SwitchSetup.standard(platform));
    try (Simulator simulator = Simulator.start(options)) {
      Target target = Target.standard(platform.name(), simulator.uri()).withCapabilities(declared);
      return Kit.load()
          .run(
              target,
              SimulatorTest.stimulus(simulator.control()),
              new RunOptions(only, false, 0, result -> {}));
    }
  }

  private static Set<String> words(Platform platform) {
    return platform.capabilities().stream().map(Capability::wireName).collect(Collectors.toSet());
  }
}
