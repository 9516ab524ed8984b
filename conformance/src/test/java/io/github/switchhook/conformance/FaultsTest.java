package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.target.Stimulus;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.conformance.verdict.RequirementResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.fixtures.Requirement;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.control.Control;
import io.github.switchhook.simulator.fault.Fault;
import io.github.switchhook.simulator.fault.FaultKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The kit against a simulator that is broken in each of the ways that there are: over a real
 * WebSocket, it reports that and nothing else, and charges every requirement that the fault names.
 */
@Timeout(120)
class FaultsTest {
  private static final String PREVIEW = "interaction.preview";
  private static final String DIAL = "channel.dial";

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments(FaultKind.DROP, PREVIEW, Set.of(DeviationKind.MISSING)),
        arguments(FaultKind.DUPLICATE, PREVIEW, Set.of(DeviationKind.DUPLICATED)),
        arguments(FaultKind.SWAP, PREVIEW, Set.of(DeviationKind.SWAPPED)),
        arguments(FaultKind.DELAY, PREVIEW, Set.of(DeviationKind.MISSING)),
        arguments(FaultKind.MISDIRECT, PREVIEW, Set.of(DeviationKind.WRONG_OBJECT)),
        arguments(FaultKind.WRONG_STATE, "state.updated", Set.of(DeviationKind.WRONG_STATE)),
        arguments(FaultKind.OMIT_ECHO, DIAL, Set.of(DeviationKind.WRONG_ECHO)),
        arguments(FaultKind.OMIT_ORIGINAL, null, Set.of(DeviationKind.WRONG_ORIGINAL)),
        arguments(FaultKind.WRONG_RESULT, DIAL, Set.of(DeviationKind.WRONG_RESULT)),
        arguments(FaultKind.REFUSE, DIAL, Set.of(DeviationKind.WRONG_RESULT)),
        arguments(
            FaultKind.MALFORMED_JSON, PREVIEW, Set.of(DeviationKind.MISSING, DeviationKind.EXTRA)),
        arguments(FaultKind.OVERSIZE, DIAL, Set.of(DeviationKind.CLOSED)),
        arguments(FaultKind.CLOSE, DIAL, Set.of(DeviationKind.CLOSED)),
        arguments(FaultKind.STOP_READING, DIAL, Set.of(DeviationKind.NO_RESPONSE)),
        arguments(FaultKind.HALF_OPEN, DIAL, Set.of(DeviationKind.NO_RESPONSE)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void reportsWhatIsBroken(FaultKind kind, @Nullable String on, Set<DeviationKind> deviations)
      throws IOException {
    for (String requirement : kind.requirements()) {
      Report report = play(requirement, List.of(new Fault(kind, on, Fault.ALWAYS)));

      assertThat(charged(report)).as(report.pretty(false)).contains(requirement);
      assertThat(kinds(report)).as(report.pretty(false)).isEqualTo(deviations);
    }
  }

  @Test
  void reportsNothingWhereNothingIsBroken() throws IOException {
    Set<String> requirements =
        Arrays.stream(FaultKind.values())
            .flatMap(kind -> kind.requirements().stream())
            .collect(Collectors.toCollection(TreeSet::new));

    Report report = play(List.copyOf(requirements), List.of());

    assertThat(kinds(report)).as(report.pretty(false)).isEmpty();
    assertThat(requirements)
        .allSatisfy(id -> assertThat(verdict(report, id)).isEqualTo(Verdict.PASS));
  }

  @Test
  void eachKindOfFaultIsPlayed() {
    assertThat(faults().map(fault -> fault.get()[0])).containsAll(EnumSet.allOf(FaultKind.class));
  }

  private static Report play(String requirement, List<Fault> faults) throws IOException {
    return play(List.of(requirement), faults);
  }

  private static Report play(List<String> requirements, List<Fault> faults) throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard().withFaults(faults))) {
      RunOptions options = new RunOptions(requirements, false, 0, result -> {});
      return Kit.load()
          .run(
              Target.standard("a broken simulator", simulator.uri()),
              stimulus(simulator.control()),
              options);
    }
  }

  private static Verdict verdict(Report report, String requirement) {
    return report.judgement().requirements().stream()
        .filter(result -> result.requirement().id().equals(requirement))
        .map(RequirementResult::verdict)
        .findFirst()
        .orElseThrow();
  }

  /** The requirements that something speaks against. */
  private static Set<String> charged(Report report) {
    return report.scenarios().stream()
        .flatMap(result -> result.findings().stream())
        .filter(finding -> finding.verdict() == Verdict.FAIL || finding.verdict() == Verdict.WARN)
        .flatMap(finding -> finding.charged().stream())
        .map(Requirement::id)
        .collect(Collectors.toSet());
  }

  /** What deviates, in all scenarios. */
  private static Set<DeviationKind> kinds(Report report) {
    return report.scenarios().stream()
        .flatMap(result -> result.findings().stream())
        .flatMap(finding -> finding.kinds().stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DeviationKind.class)));
  }

  private static Stimulus stimulus(Control control) {
    return new Stimulus() {
      @Override
      public boolean can(String operation) {
        return control.can(operation);
      }

      @Override
      public JsonNode perform(String operation, ObjectNode arguments) {
        return control.perform(operation, arguments);
      }
    };
  }
}
