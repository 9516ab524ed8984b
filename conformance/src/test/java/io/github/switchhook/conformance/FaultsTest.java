package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.profile.Timeouts;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.runner.WorkerPlan;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.wire.WebSocketWire;
import io.github.switchhook.fixtures.Requirement;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.fault.FaultKind;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The kit against a simulator that is broken in each of the ways that there are, by the sentences
 * of features/faults: over a real WebSocket, it reports that and nothing else, and it counts
 * against every requirement that the fault names.
 */
@Timeout(120)
class FaultsTest {
  private static final Map<String, Set<DeviationKind>> DEVIATIONS =
      Map.ofEntries(
          Map.entry("drop", Set.of(DeviationKind.MISSING)),
          Map.entry("duplicate", Set.of(DeviationKind.DUPLICATED)),
          Map.entry("swap", Set.of(DeviationKind.SWAPPED)),
          Map.entry("delay", Set.of(DeviationKind.MISSING)),
          Map.entry("misdirect", Set.of(DeviationKind.WRONG_OBJECT)),
          Map.entry("wrong-state", Set.of(DeviationKind.WRONG_STATE)),
          Map.entry("omit-echo", Set.of(DeviationKind.WRONG_ECHO)),
          Map.entry("omit-original", Set.of(DeviationKind.WRONG_ORIGINAL)),
          Map.entry("wrong-result", Set.of(DeviationKind.WRONG_RESULT)),
          Map.entry("refuse", Set.of(DeviationKind.WRONG_RESULT)),
          Map.entry("malformed-json", Set.of(DeviationKind.MISSING, DeviationKind.EXTRA)),
          Map.entry("oversize", Set.of(DeviationKind.FLOOD)),
          Map.entry("close", Set.of(DeviationKind.CLOSED)),
          Map.entry("stop-reading", Set.of(DeviationKind.NO_RESPONSE)),
          Map.entry("half-open", Set.of(DeviationKind.NO_RESPONSE)));

  private static final Catalogue CATALOGUE =
      Catalogue.of(Catalogue.load().requirements(), URI.create("classpath:faults"));

  @Test
  void eachFaultIsReportedAsWhatItIs() throws IOException {
    Report report = play(UnaryOperator.identity());

    for (ScenarioResult result : played(report)) {
      String fault = result.scenario().name();
      assertThat(result.verdict()).as(fault).isEqualTo(Verdict.FAIL);
      assertThat(kinds(result))
          .as(fault + "\n" + report.pretty(false))
          .isEqualTo(DEVIATIONS.get(fault));
      assertThat(charged(result))
          .as(fault)
          .containsAll(FaultKind.find(fault).orElseThrow().requirements());
    }
  }

  @Test
  void nothingIsReportedWhereTheFaultsDoNothing() throws IOException {
    Report report = play(SharedTargetStimulus::new);

    assertThat(played(report))
        .as(report.pretty(false))
        .allMatch(result -> result.verdict() == Verdict.PASS);
  }

  @Test
  void aTargetThatCannotBeBrokenIsNotSupported() throws IOException {
    Report report = play(all -> Stimulus.none());

    assertThat(played(report))
        .allSatisfy(
            result -> {
              assertThat(result.verdict()).isEqualTo(Verdict.NOT_SUPPORTED);
              assertThat(result.findings().get(0).text())
                  .isEqualTo("the target cannot be made to: fault");
            });
  }

  @Test
  void eachKindOfFaultIsPlayed() {
    assertThat(CATALOGUE.scenarios())
        .extracting(Scenario::name)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(FaultKind.values()).map(FaultKind::wireName).toList())
        .containsExactlyInAnyOrderElementsOf(DEVIATIONS.keySet());
  }

  private static Report play(UnaryOperator<Stimulus> change) throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
      return new Kit(CATALOGUE, Clock.systemUTC())
          // By no lag, or a busy machine would make a fault that silences everything inconclusive.
          .run(
              WorkerPlan.of(
                  patient(Target.standard("a broken simulator", simulator.uri())),
                  change.apply(SimulatorTest.stimulus(simulator.control()))),
              RunOptions.DEFAULT,
              WebSocketWire::new);
    }
  }

  /** Returns a target with long timeouts: a message of 1 MiB or a close is slow under load. */
  private static Target patient(Target target) {
    return new Target(
        target.name(),
        target.address(),
        target.agents(),
        target.numbers(),
        target.queues(),
        target.capabilities(),
        target.login(),
        target.envelope(),
        target.dialect(),
        target.channels(),
        new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(6)),
        target.ordering(),
        target.stimulus(),
        target.overrides(),
        target.waivers());
  }

  /** Returns one result for each kind of fault; fails if the run played fewer. */
  private static List<ScenarioResult> played(Report report) {
    List<ScenarioResult> played =
        report.scenarios().stream()
            .filter(result -> !result.scenario().feature().equals(Scenario.SURVEY))
            .toList();
    assertThat(played).as("one scenario for each kind of fault").hasSameSizeAs(FaultKind.values());
    return played;
  }

  /** Returns the requirements against which a finding counts. */
  private static Set<String> charged(ScenarioResult result) {
    return result.findings().stream()
        .flatMap(finding -> finding.charged().stream())
        .map(Requirement::id)
        .collect(Collectors.toSet());
  }

  private static Set<DeviationKind> kinds(ScenarioResult result) {
    return result.findings().stream()
        .flatMap(finding -> finding.kinds().stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DeviationKind.class)));
  }

  /** A stimulus that reports that faults are installed, and installs none. */
  private record SharedTargetStimulus(Stimulus all) implements Stimulus {
    @Override
    public boolean can(String operation) {
      return all.can(operation);
    }

    @Override
    public JsonNode perform(String operation, ObjectNode arguments) {
      return operation.equals("fault") ? arguments : all.perform(operation, arguments);
    }
  }
}
