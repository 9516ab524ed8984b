package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.stimulus.StimulusFactory;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stimulus that does not work is an error of the kit's side; a refusal is the target's. */
@Timeout(60)
class BrokenStimulusTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void aMissingProgramIsAnErrorOfTheKit() throws IOException {
    Report report = verify("[nosuchprogram]");

    assertThat(verdicts(report)).contains(Verdict.ERROR).doesNotContain(Verdict.INCONCLUSIVE);
    assertThat(report.pretty(false)).contains("cannot be run").doesNotContain("Exception:");
    assertThat(report.exitCode()).isEqualTo(4);
  }

  @Test
  void aProgramThatRefusesLeavesTheScenarioInconclusive() throws IOException {
    Report report = verify("[sh, -c, exit 3]");

    assertThat(verdicts(report)).contains(Verdict.INCONCLUSIVE).doesNotContain(Verdict.ERROR);
    assertThat(report.exitCode()).isEqualTo(1);
  }

  private Report verify(String program) throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
      Target target =
          Target.load(
              Files.writeString(
                  folder.resolve("t.yaml"),
                  "url: "
                      + simulator.uri()
                      + "\nagents: [{id: alice, password: secret, extension: \"7001\"}]"
                      + "\ncapabilities: [consult, conference, recording, recording.pause,"
                      + " dispositions, incontact, multimedia]"
                      + "\nstimulus: {command: {run: "
                      + program
                      + ", operations: [call]}}\n"));
      return Kit.load()
          .run(
              target,
              StimulusFactory.open(target, Optional.empty()),
              new RunOptions(List.of("conversation.answer"), false, 0, result -> {}));
    }
  }

  private static List<Verdict> verdicts(Report report) {
    return report.scenarios().stream().map(result -> result.verdict()).toList();
  }
}
