package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.conformance.verdict.Finding;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.fixtures.Requirement;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.fault.Fault;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How interactions begin (PROTOCOL 4, R1) is judged by the scenarios whose subject it is. The
 * others compare it with the same list, and are inconclusive where it is broken.
 */
@Timeout(120)
class InteractionStartTest {
  private static final List<String> ONLY =
      List.of(
          "SWH-DIAL-002",
          "SWH-DIAL-004",
          "SWH-FAR-001",
          "SWH-MEDIA-001",
          "SWH-NUM-003",
          "SWH-AGENT-007",
          "SWH-QUEUE-003",
          "SWH-QUEUE-006",
          "SWH-MEDIA-003");

  @Test
  void aBrokenStartFailsWhereItIsTheSubjectAndIsInconclusiveElsewhere() throws IOException {
    Report report = play("drop:interaction.preview");

    assertThat(named(report, "What is reported while the far end rings", "A customer calls"))
        .hasSize(2)
        .allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.WARN));
    assertThat(report.scenarios())
        .filteredOn(result -> result.verdict() == Verdict.FAIL)
        .isNotEmpty()
        .allSatisfy(result -> assertThat(charged(result)).contains("SWH-DIAL-002"));
    assertInconclusive(report, "The agent who dialled gives up", "SWH-DIAL-004");
    assertInconclusive(report, "The number that answers after 5 seconds", "SWH-DIAL-004");
    assertInconclusive(
        report, "A caller hangs up after all agents have rejected the call", "SWH-FAR-001");
    assertInconclusive(report, "Rejecting a chat that no other agent can take", "SWH-MEDIA-001");
  }

  /** The scenario about an offer fails without the call, and is inconclusive for its events. */
  @ParameterizedTest(name = "{0}: {1}, {2}")
  @MethodSource("offers")
  void anOfferIsJudgedByWhatIsWrongWithIt(String wrong, Verdict subject, Verdict beginning)
      throws IOException {
    Catalogue catalogue =
        Catalogue.of(Catalogue.load().requirements(), URI.create("classpath:starts"));
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
      Report report =
          new Kit(catalogue, Clock.systemUTC())
              .run(
                  Target.standard("a switch that offers", simulator.uri()),
                  new Offers(wrong, SimulatorTest.stimulus(simulator.control())),
                  RunOptions.DEFAULT);

      assertThat(named(report, "An offer that the scenario is about"))
          .extracting(ScenarioResult::verdict)
          .as(report.pretty(false))
          .containsExactly(subject);
      assertThat(named(report, "An offer that the scenario begins with"))
          .extracting(ScenarioResult::verdict)
          .as(report.pretty(false))
          .containsExactly(beginning);
    }
  }

  static Stream<Arguments> offers() {
    return Stream.of(
        Arguments.of("nothing", Verdict.PASS, Verdict.PASS),
        Arguments.of("no call comes", Verdict.FAIL, Verdict.INCONCLUSIVE),
        Arguments.of("another customer's call comes", Verdict.FAIL, Verdict.INCONCLUSIVE),
        Arguments.of("an event is missing", Verdict.INCONCLUSIVE, Verdict.INCONCLUSIVE));
  }

  /** A stimulus that goes wrong in one way when a customer calls. */
  private record Offers(String wrong, Stimulus all) implements Stimulus {
    @Override
    public boolean can(String operation) {
      return all.can(operation);
    }

    @Override
    public JsonNode perform(String operation, ObjectNode arguments) {
      if (!operation.equals("call")) {
        return all.perform(operation, arguments);
      }
      switch (wrong) {
        case "no call comes" -> {
          return arguments;
        }
        case "another customer's call comes" -> arguments.put("from", "5559999");
        case "an event is missing" ->
            all.perform(
                "fault", Json.object().put("kind", "drop").put("on", "interaction.preview"));
        default -> {
          // The customer calls, as the scenario says.
        }
      }
      return all.perform(operation, arguments);
    }
  }

  private static void assertInconclusive(Report report, String scenario, String requirement) {
    assertThat(named(report, scenario))
        .as(scenario)
        .isNotEmpty()
        .allSatisfy(
            result -> {
              assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
              assertThat(result.findings())
                  .extracting(Finding::text)
                  .anySatisfy(
                      text ->
                          assertThat(text)
                              .contains("but not with the events that " + requirement + " is about")
                              .contains("missing: interaction.preview on interaction"));
            });
  }

  private static List<ScenarioResult> named(Report report, String... names) {
    return report.scenarios().stream()
        .filter(result -> List.of(names).contains(result.scenario().name()))
        .toList();
  }

  private static Stream<String> chargedTo(Finding finding) {
    return finding.charged().stream().map(Requirement::id);
  }

  private static List<String> charged(ScenarioResult result) {
    return result.findings().stream().flatMap(InteractionStartTest::chargedTo).toList();
  }

  private static Report play(String fault) throws IOException {
    try (Simulator simulator =
        Simulator.start(SimulatorOptions.standard().withFaults(List.of(Fault.parse(fault))))) {
      return Kit.load()
          .run(
              Target.standard("a switch with a fault", simulator.uri()),
              SimulatorTest.stimulus(simulator.control()),
              new RunOptions(ONLY, true, 0, result -> {}));
    }
  }
}
