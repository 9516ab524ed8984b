package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.diagnosis.Doctor;
import io.github.switchhook.conformance.diagnosis.Doctor.Check;
import io.github.switchhook.conformance.diagnosis.Doctor.State;
import io.github.switchhook.conformance.foreign.ForeignProfile;
import io.github.switchhook.conformance.foreign.ForeignSwitch;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.conformance.stimulus.StimulusFactory;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The doctor's report on a foreign switch, and on faults of its profile. */
@Timeout(60)
class DoctorTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  private final ForeignSwitch foreign = ForeignSwitch.start();

  @AfterEach
  void stop() {
    foreign.close();
  }

  @Test
  void findsNothingWrongButTheClock() throws IOException {
    List<Check> checks = examine(UnaryOperator.identity());

    assertThat(checks)
        .allMatch(check -> check.state() == State.OK || check.state() == State.NOTE)
        .extracting(Check::name)
        .containsSubsequence(
            "port", "WebSocket", "its clock", "login ann", "events", "order", "latency", "time");
    assertThat(found(checks, "its clock")).matches("(89|90|91) s ahead of ours");
    assertThat(found(checks, "order")).startsWith("kept");
    assertThat(found(checks, "latency")).matches("[0-9.]+ ms for a refused request .*");
    assertThat(found(checks, "time")).isEqualTo("waited for, up to 60 s in a scenario");
    assertThat(checks.toString()).doesNotContain("pa55");
  }

  @Test
  void saysWhatTheProfileShouldSay() throws IOException {
    List<Check> checks =
        examine(
            text ->
                text.replace("stateEvent: prefixed", "stateEvent: plain")
                    .replace(", realTimeSeconds: 60", "")
                    .replace("activeAtStart: true", "activeAtStart: false"));

    assertThat(checks)
        .filteredOn(check -> check.state() == State.MISFIT)
        .extracting(Check::advice)
        .contains("set dialect: {stateEvent: prefixed}", "set channels: {activeAtStart: true}");
    assertThat(checks)
        .filteredOn(check -> check.name().equals("time"))
        .extracting(Check::advice)
        .first()
        .asString()
        .contains("realTimeSeconds");
  }

  @Test
  void stopsAtTheLoginThatTheTargetRefuses() throws IOException {
    List<Check> checks = examine(text -> text.replace("pa55-ann,", "wrong-ann,"));

    assertThat(checks.get(checks.size() - 1))
        .matches(check -> check.name().equals("login") && check.state() == State.FAILED)
        .extracting(Check::found)
        .asString()
        .contains("step 1 of login", "the target said {\"messageType\":\"logonDenied\"}");
    assertThat(found(checks, "WebSocket")).isEqualTo("open at /cti/v3");
    assertThat(checks.toString()).doesNotContain("wrong-ann");
  }

  @Test
  void reportsASwitchWithoutADateHeader() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
      List<Check> checks =
          Doctor.examine(
              Target.standard("simulator", simulator.uri()), Stimulus.none(), Clock.systemUTC());

      assertThat(found(checks, "its clock")).isEqualTo("it tells no time");
    }
  }

  private List<Check> examine(UnaryOperator<String> change) throws IOException {
    Target target = ForeignProfile.load(foreign, folder, change);
    return Doctor.examine(
        target, StimulusFactory.open(target, Optional.empty()), Clock.systemUTC());
  }

  private static String found(List<Check> checks, String name) {
    return checks.stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow()
        .found();
  }
}
