package io.github.switchhook.conformance.stimulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.InstalledTool;
import io.github.switchhook.conformance.Kit;
import io.github.switchhook.conformance.RunOptions;
import io.github.switchhook.conformance.profile.StimulusConfig;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.simulator.ControlPort;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program that is started once does what it is told, and whatever else it does is said. */
@Timeout(60)
class LinesStimulusTest {
  private static final Set<String> OPERATIONS =
      Set.of("call", "answer", "hangup", "heard", "reset");
  private static final ObjectNode NOTHING = Json.object();

  private static LinesStimulus running(String... command) {
    return new LinesStimulus(
        new StimulusConfig.CommandConfig(
            List.of(command), OPERATIONS, Duration.ofSeconds(20), true));
  }

  private static LinesStimulus shell(String script) {
    return running("sh", "-c", script);
  }

  /** The drivers that docs/vendor.md shows, each against the control port of a switch. */
  @ParameterizedTest
  @CsvSource({"lab.py, python3", "lab.mjs, node", "lab.sh, curl"})
  void theExamplesDriveASwitch(String driver, String needs) throws IOException {
    Path tool = InstalledTool.find(needs);
    try (Simulator simulator =
        Simulator.start(
            SimulatorOptions.standard().withControl(new ControlPort(0, "a-token-of-the-test")))) {
      List<String> command = new ArrayList<>(List.of("env"));
      command.add("LAB=" + simulator.controlUri().orElseThrow());
      command.add("LAB_TOKEN=a-token-of-the-test");
      if (!needs.equals("curl")) {
        command.add(tool.toString());
      }
      command.add(Path.of("../docs/stimulus", driver).toAbsolutePath().normalize().toString());
      LinesStimulus stimulus = running(command.toArray(String[]::new));

      Report report =
          Kit.load()
              .run(
                  Target.standard("a lab", simulator.uri()),
                  stimulus,
                  new RunOptions(
                      List.of("SWH-ANSWER-001", "SWH-DTMF-004"), false, 0, result -> {}));

      assertThat(report.scenarios()).as(report.pretty(false)).hasSize(4);
      assertThat(report.scenarios())
          .as(report.pretty(false))
          .allMatch(
              result ->
                  result.verdict() == Verdict.PASS || result.verdict() == Verdict.NOT_SUPPORTED)
          .anyMatch(
              result ->
                  result.verdict() == Verdict.PASS
                      && result.scenario().command().equals("conversation.answer"));
      assertThatThrownBy(() -> stimulus.perform("hangup", Json.object().put("address", "5550000")))
          .isInstanceOf(IllegalStateException.class)
          .isNotInstanceOf(BrokenStimulusException.class)
          .hasMessageContaining("could not hangup: ")
          .hasMessageContaining("5550000");
    }
  }

  @Test
  void oneProgramIsToldEverything() {
    LinesStimulus counting =
        shell(
            "n=0; while read -r line; do n=$((n+1)); echo \"{\\\"result\\\":{\\\"n\\\":$n}}\"; done");

    assertThat(counting.perform("call", NOTHING).path("n").intValue()).isEqualTo(1);
    assertThat(counting.perform("call", NOTHING).path("n").intValue()).isEqualTo(2);
  }

  @Test
  void itIsToldTheOperationAndItsArguments() {
    LinesStimulus mirror =
        shell("while read -r line; do printf '{\"result\":%s}\\n' \"$line\"; done");

    assertThat(mirror.perform("call", Json.object().put("from", "1 \u00fc\n")).toString())
        .isEqualTo("{\"operation\":\"call\",\"arguments\":{\"from\":\"1 \u00fc\\n\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      textBlock =
          """
          exit 1                        @ has ended instead of answering call
          read x; echo rubbish          @ expected {"result":{}} or {"failure":"why"} in one line, got rubbish
          read x; echo {\"result\":1}  @ expected {"result":{}}
          read x; head -c 2000000 /dev/zero @ has ended instead of answering call
          """)
  void aBrokenProgramIsSaid(String script, String message) {
    assertThatThrownBy(() -> shell(script).perform("call", NOTHING))
        .isInstanceOf(BrokenStimulusException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aProgramThatDoesNotAnswerIsEndedAndStartedAnew() {
    LinesStimulus once =
        new LinesStimulus(
            new StimulusConfig.CommandConfig(
                List.of("sh", "-c", "read x; exec sleep 60"),
                OPERATIONS,
                Duration.ofMillis(300),
                true));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> once.perform("call", NOTHING))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageEndingWith("did not answer call within 300 ms");
    }
  }

  @Test
  void aProgramThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> running("/nowhere/lab").perform("call", NOTHING))
        .isInstanceOf(BrokenStimulusException.class)
        .hasMessageStartingWith("/nowhere/lab cannot be run");
  }
}
