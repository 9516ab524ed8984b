package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.verdict.Finding;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The sentences that control and inspect a switch: true ones pass, false ones give the reason. */
@Timeout(120)
class ControlStepsTest {
  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Report report;

  @BeforeAll
  static void play() throws IOException {
    Catalogue catalogue =
        Catalogue.of(Catalogue.load().requirements(), URI.create("classpath:control"));
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
      report =
          new Kit(catalogue, Clock.systemUTC())
              .run(
                  Target.standard("the built-in simulator", simulator.uri()),
                  SimulatorTest.stimulus(simulator.control()),
                  RunOptions.DEFAULT);
    }
  }

  @Test
  void aTrueStatementPasses() {
    assertThat(of("so.feature"))
        .isNotEmpty()
        .allSatisfy(
            result -> assertThat(result.verdict()).as(explained(result)).isEqualTo(Verdict.PASS));
  }

  @Test
  void aFalseStatementIsReportedWithTheReason() {
    assertThat(of("not-so.feature"))
        .isNotEmpty()
        .allSatisfy(
            result -> {
              assertThat(result.verdict()).isIn(Verdict.WARN, Verdict.INCONCLUSIVE);
              assertThat(explained(result)).contains(result.scenario().name());
            });
  }

  private static String explained(ScenarioResult result) {
    return result.findings().stream().map(Finding::text).collect(Collectors.joining("\n"));
  }

  private static List<ScenarioResult> of(String file) {
    return report.scenarios().stream()
        .filter(result -> result.scenario().feature().endsWith("/" + file))
        .toList();
  }
}
