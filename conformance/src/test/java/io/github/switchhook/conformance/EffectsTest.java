package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.verdict.Finding;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.fixtures.Requirement;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.fault.Fault;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is documented fails where its effect is missing, and only then. */
@Timeout(60)
class EffectsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SWH-CALLDATA-004 | drop:interaction.datachanged | call data: expected {"order":"17"}, got nothing
          SWH-RELEASE-004  | drop:state.updated:bob       | Bob's conversation: no event has told its state, expected NULL
          SWH-RELEASE-005  | wrong-state:state.updated:bob | Bob's conversation: state is
          SWH-REJECT-005   | drop:state.updated:bob       | Bob's interaction: no event has told its state, expected ALERTING
          """)
  void aMissingEffectFails(String id, String fault, String text) throws IOException {
    Report report = play(id, List.of(Fault.parse(fault)));

    List<Finding> failed =
        report.scenarios().stream()
            .flatMap(result -> result.findings().stream())
            .filter(finding -> finding.verdict() == Verdict.FAIL)
            .toList();
    assertThat(failed).as(report.pretty(false)).isNotEmpty();
    assertThat(failed.get(0).kinds()).containsExactly(DeviationKind.WRONG_EFFECT);
    assertThat(failed.get(0).text()).contains(text);
    assertThat(failed.get(0).charged()).extracting(Requirement::id).contains(id);
  }

  /** The lists of events are derived, and what is documented does not hang on them. */
  @ParameterizedTest
  @CsvSource({
    "SWH-RELEASE-004, drop:conversation.disposed",
    "SWH-ANSWER-005, drop:interaction.ended",
    "SWH-MEDIA-005, drop:channel.infochanged"
  })
  void aMissingEventIsNotAMissingEffect(String id, String fault) throws IOException {
    Report report = play(id, List.of(Fault.parse(fault)));

    assertThat(report.scenarios())
        .as(report.pretty(false))
        .filteredOn(result -> !result.scenario().requirements().isEmpty())
        .isNotEmpty()
        .allMatch(result -> result.verdict() == Verdict.PASS);
  }

  private static Report play(String id, List<Fault> faults) throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard().withFaults(faults))) {
      return Kit.load()
          .run(
              Target.standard("simulator", simulator.uri()),
              SimulatorTest.stimulus(simulator.control()),
              new RunOptions(List.of(id), false, 0, result -> {}));
    }
  }
}
