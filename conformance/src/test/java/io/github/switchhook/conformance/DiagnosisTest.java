package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.diagnosis.Doctor;
import io.github.switchhook.conformance.diagnosis.Doctor.Check;
import io.github.switchhook.conformance.diagnosis.Doctor.State;
import io.github.switchhook.conformance.foreign.ForeignProfile;
import io.github.switchhook.conformance.foreign.ForeignSwitch;
import io.github.switchhook.conformance.foreign.ForeignSwitch.Fault;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.stimulus.StimulusFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of a run without a session says what came, what was expected, what to look at. */
@Timeout(90)
class DiagnosisTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ASKS_WHO       | WebSocket | the handshake is answered with HTTP status 401, expected 101 | headers, such as Authorization
          TELLS_NOTHING  | session   | session.start succeeded, but no event came; expected channel.created | whether the target sends events
          FLOODS         | session   | messages came; no step causes so many; the target said {"messageType":"noise"} | why the target sends so much
          FLOODS_AT_ONCE | login     | messages came; no step causes so many; the target said {"messageType":"noise"} | why the target sends so much
          SAYS_TOO_MUCH  | login     | a message came that is longer than 1048576 bytes, more than PROTOCOL 2 allows | why the target sends so much
          """)
  void reportsWhatCameAndWhatToLookAt(Fault fault, String step, String found, String advice)
      throws IOException {
    try (ForeignSwitch foreign = ForeignSwitch.start(fault)) {
      Target target = ForeignProfile.load(foreign, folder, UnaryOperator.identity());
      Report report = ForeignProfile.play(target, "SWH-HOLD-002");
      List<Check> checks =
          Doctor.examine(target, StimulusFactory.open(target, Optional.empty()), Clock.systemUTC());

      assertThat(report.exitCode()).isEqualTo(3);
      assertThat(report.problem().orElseThrow()).contains(found, "; look at " + advice);
      Check last = checks.get(checks.size() - 1);
      assertThat(last.name()).isEqualTo(step);
      assertThat(last.state()).isEqualTo(State.FAILED);
      assertThat(last.found()).contains(found);
      assertThat(last.advice()).startsWith("look at " + advice);
      assertThat(checks)
          .filteredOn(check -> check.state() == State.FAILED)
          .as("what works is not blamed")
          .containsExactly(last);
    }
  }
}
