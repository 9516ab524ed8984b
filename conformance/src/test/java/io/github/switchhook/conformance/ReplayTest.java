package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.runner.FeatureFile;
import io.github.switchhook.conformance.scenario.FeatureWriter;
import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.scenario.ScenarioFormatException;
import io.github.switchhook.conformance.scenario.ScenarioReader;
import io.github.switchhook.conformance.scenario.ScenarioSource;
import io.github.switchhook.conformance.session.Limits;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.conformance.transcript.Transcript;
import io.github.switchhook.conformance.transcript.convert.TranscriptConverter;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.control.Control;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays scenario files over a real WebSocket against the simulator. */
@Timeout(120)
class ReplayTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void everyCallOfTheLibraryPasses() throws IOException {
    Report report = play(ScenarioReader.library());

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
          {agent: alice, sends: conversation.hold, keep: {x: /data/none}}                              | there is nothing at /data/none to keep as x
          {include: _hold.yaml}                                                                        | _hold.yaml:2: alice sends conversation.hold: what Alice sees
          {wait for: interaction.ended interaction, agent: alice, within: 3s}                          | interaction.ended interaction did not come within 3000 ms
          """)
  void explainsTheFirstDivergence(String step, String expected) throws IOException {
    Files.writeString(
        folder.resolve("_hold.yaml"),
        "steps:\n  - {agent: alice, sends: conversation.hold, sees: {alice: nothing}}\n");
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

    Report report = play(ScenarioReader.load(file));

    assertThat(report.exitCode()).isEqualTo(1);
    assertThat(report.scenarios().get(0).findings()).hasSize(1);
    assertThat(report.scenarios().get(0).findings().get(0).text())
        .contains(step.contains("include") ? "_hold.yaml:2" : "wrong.yaml:5")
        .contains(expected);
  }

  @Test
  void oneRowOfATableFails() throws IOException {
    Files.writeString(folder.resolve("numbers.csv"), "number,state\n$busy,FAILED\n$rings,FAILED\n");
    Path file =
        Files.writeString(
            folder.resolve("call.yaml"),
            """
            name: Unreachable
            data: numbers.csv
            agents: {alice: ready}
            steps:
              - agent: alice
                sends: channel.dial
                with: {destination: $number}
                state: {alice: {conversation: $state}}
            """);

    Report report = play(ScenarioReader.load(file));

    assertThat(report.scenarios())
        .extracting(result -> result.scenario().name() + " " + result.verdict())
        .containsExactly(
            "Unreachable [number=$busy, state=FAILED] PASS",
            "Unreachable [number=$rings, state=FAILED] FAIL");
  }

  static List<String> library() {
    return ScenarioSource.libraryFiles();
  }

  /** Plays and records a call, converts it to a feature, and plays that. */
  @ParameterizedTest
  @MethodSource("library")
  void aRecordedCallIsAFeature(String name) throws IOException {
    List<WireLine> lines = Collections.synchronizedList(new ArrayList<>());
    play(
        ScenarioReader.load(ScenarioSource.library(), name),
        List.of(),
        new Replay.Listener() {
          @Override
          public void line(WireLine line) {
            lines.add(line);
          }
        });
    List<ScenarioFile> recorded =
        new Transcript(lines, false)
            .recordings().stream()
                .map(recording -> TranscriptConverter.toScenario(recording, "again", name))
                .toList();
    String text = FeatureWriter.write("Recorded", recorded);
    Path file = Files.writeString(folder.resolve("call.feature"), text);

    Report report = play(List.of(), List.of(FeatureFile.load(file)));

    assertThat(report.exitCode()).as(text + report.pretty(false)).isZero();
    assertThat(report.scenarios()).hasSameSizeAs(recorded);

    Files.writeString(file, withoutLastRow(text));
    assertThat(play(List.of(), List.of(FeatureFile.load(file))).exitCode()).isEqualTo(1);
  }

  private static String withoutLastRow(String feature) {
    List<String> rows = new ArrayList<>(feature.lines().toList());
    int last = rows.size() - 1;
    while (!rows.get(last).strip().startsWith("|")) {
      last--;
    }
    rows.remove(last);
    return String.join("\n", rows) + "\n";
  }

  /** Reading hundreds of features in one process leaks no resources. */
  @Test
  void hundredsOfFeaturesAreReadInOneProcess() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("call.feature"),
            "Feature: x\n  Scenario: y\n    Given Alice is ready\n");
    URI address = file.toUri();

    assertThat(
            IntStream.range(0, 300)
                .mapToObj(time -> Catalogue.of(List.of(), address))
                .map(Catalogue::scenarios))
        .allSatisfy(scenarios -> assertThat(scenarios).hasSize(1));
  }

  @Test
  void saysWhichSentenceIsUnknown() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("call.feature"),
            "Feature: x\n  Scenario: y\n    Given Alice is redy\n    When the far end answers\n");

    assertThatThrownBy(() -> FeatureFile.load(file))
        .isInstanceOf(ScenarioFormatException.class)
        .hasMessage(file + ":3: unknown sentence 'Alice is redy', did you mean 'Alice is ready'?");
    Files.writeString(file, "Feature: x\n  Scenario: y\n    Given Alice is ready\n    Giben z\n");
    assertThatThrownBy(() -> FeatureFile.load(file)).hasMessageContaining("(4:5): expected:");
    Files.writeString(file, "Feature: x\n");
    assertThatThrownBy(() -> FeatureFile.load(file)).hasMessageContaining("found none");
  }

  private static Report play(List<ScenarioFile> scenarios) throws IOException {
    return play(scenarios, List.of());
  }

  private static Report play(List<ScenarioFile> scenarios, List<FeatureFile> features)
      throws IOException {
    return play(scenarios, features, new Replay.Listener() {});
  }

  static Report play(
      List<ScenarioFile> scenarios, List<FeatureFile> features, Replay.Listener listener)
      throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
      return Replay.run(
          Target.standard("the built-in simulator", simulator.uri()),
          stimulus(simulator.control()),
          scenarios,
          features,
          Limits.DEFAULT,
          listener);
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
