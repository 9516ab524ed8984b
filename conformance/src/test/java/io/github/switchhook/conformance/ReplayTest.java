package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.scenario.ScenarioFiles;
import io.github.switchhook.conformance.target.Stimulus;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.control.Control;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plays scenario files over a real WebSocket against the simulator. */
@Timeout(120)
class ReplayTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void everyCallOfTheLibraryGoesAsTold() throws IOException {
    Report report = play(ScenarioFiles.library());

    assertThat(report.scenarios())
        .allSatisfy(
            result ->
                assertThat(result.verdict())
                    .as(report.pretty(false))
                    .isIn(Verdict.PASS, Verdict.NOT_SUPPORTED));
    assertThat(report.exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {agent: alice, sends: conversation.hold, sees: {alice: [state.updated conversation state=CONNECTED]}} | state is HELD, expected CONNECTED
          {agent: alice, sends: conversation.hold, sees: {alice: nothing}}                             | extra: state.updated on conversation was not expected
          {agent: alice, sends: conversation.hold, sees: {alice: {never: [state.updated conversation]}}} | state.updated conversation came, and must not
          {agent: alice, sends: conversation.hold, sees: {alice: {contains: [interaction.ended interaction]}}} | interaction.ended interaction did not come
          {agent: alice, sends: conversation.hold, state: {alice: {conversation: CONNECTED}}}          | alice's conversation: state is HELD, expected CONNECTED
          {agent: alice, sends: conversation.retrieve}                                                 | result: expected "success", got "failure" (invalid-state
          {agent: alice, sends: conversation.hold, answer: invalid-state}                              | result: expected "failure", got "success"
          {agent: alice, sends: conversation.retrieve, answer: invalid-data}                           | failure.code: expected "invalid-data", got "invalid-state"
          {party: far end, heard: "1"}                                                                 | the far end has heard "", expected "1"
          {wait for: interaction.ended interaction, agent: alice, within: 3s}                          | interaction.ended interaction did not come within 3000 ms
          """)
  void explainsTheFirstDivergence(String step, String expected) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("wrong.yaml"),
            """
            name: A wrong one
            agents: {alice: ready}
            steps:
              - {agent: alice, sends: channel.dial, with: {destination: $answers}}
              - %s
              - {pass: 1s}
            """
                .formatted(step));

    Report report = play(ScenarioFiles.load(file));

    assertThat(report.exitCode()).isEqualTo(1);
    assertThat(report.scenarios().get(0).findings()).hasSize(1);
    assertThat(report.scenarios().get(0).findings().get(0).text())
        .contains("wrong.yaml:5")
        .contains(expected);
  }

  private static Report play(List<ScenarioFile> scenarios) throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
      return Replay.run(
          Target.standard("the built-in simulator", simulator.uri()),
          stimulus(simulator.control()),
          scenarios,
          new Replay.Watcher() {});
    }
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
