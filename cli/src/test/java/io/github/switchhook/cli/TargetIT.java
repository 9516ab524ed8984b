package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.switchhook.simulator.ControlPort;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.protocol.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way of a user with a switch of their own: probe, doctor, verify, waivers. */
@Timeout(120)
class TargetIT {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Simulator simulator;

  @BeforeEach
  void start() throws IOException {
    simulator =
        Simulator.start(SimulatorOptions.standard().withControl(new ControlPort(0, "lab-t0ken")));
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void probeWritesAProfileThatDoctorAndVerifyTake() throws IOException {
    Launcher.Result probed =
        Launcher.switchhook(
            folder,
            "probe",
            "--target",
            simulator.uri().toString(),
            "--agent",
            "alice:secret:7001",
            "--agent",
            "bob:secret:7002");
    assertThat(probed.exitCode()).as(probed.err()).isZero();
    assertThat(probed.out()).contains("  - recording # ", "the barrier works", "env:BOB_PASSWORD");
    Files.writeString(
        folder.resolve("probed.yaml"),
        probed.out().replaceAll("env:\\w+_PASSWORD", "secret")
            + "stimulus: {simulator: {url: \"%s\", token: lab-t0ken}}%n"
                .formatted(simulator.controlUri().orElseThrow()));

    Launcher.Result doctor = Launcher.switchhook(folder, "doctor", "--target", "probed.yaml");
    assertThat(doctor.exitCode()).as(doctor.out()).isZero();
    assertThat(doctor.out()).contains("✓ login bob", "✓ reset", "✓ order");

    Launcher.Result verified = verify("probed.yaml", "SWH-ANSWER", "SWH-RECSTART");
    assertThat(verified.exitCode()).as(verified.out()).isZero();
    assertThat(verified.out()).contains("conversation.answer");
  }

  @Test
  void aCapabilityMustBeThereIfItIsDeclared() throws IOException {
    simulator
        .control()
        .perform("capability", Codec.object().put("name", "recording").put("on", false));
    write("t.yaml", "capabilities: [recording]");
    assertThat(verify("t.yaml", "SWH-RECSTART-001").out())
        .contains("FAIL recording", "the profile declares recording, but the target does not");

    simulator.control().perform("reset", Codec.object());
    write("t.yaml", "capabilities: []");
    Launcher.Result undeclared = verify("t.yaml", "SWH-RECSTART-001");
    assertThat(undeclared.out())
        .contains("WARN recording", "the target seems to have recording, but the profile");
  }

  @Test
  void aWaiverExcusesAndBecomesStale() throws IOException {
    write("wrong.yaml", "numbers: {rings: \"5550100\"}");
    assertThat(verify("wrong.yaml", "SWH-DIAL-002").exitCode()).isEqualTo(1);

    Launcher.Result waivers =
        Launcher.switchhook(
            folder, "waivers", "run", "--reason", "known", "--expires", "2100-01-01");
    assertThat(waivers.exitCode()).as(waivers.err()).isZero();
    assertThat(waivers.out()).startsWith("waivers:\n  - id: SWH-DIAL-00");
    write("waived.yaml", "numbers: {rings: \"5550100\"}\n" + waivers.out());
    Launcher.Result again = Launcher.switchhook(folder, "waivers", "run", "--into", "waived.yaml");
    assertThat(again.out()).as(again.err()).isEqualTo("Nothing to add to waived.yaml\n");
    Launcher.Result excused = verify("waived.yaml", "SWH-DIAL-002");
    assertThat(excused.exitCode()).as(excused.out()).isZero();
    assertThat(excused.out()).contains("waived");

    write("right.yaml", "numbers: {rings: \"5550110\"}\n" + waivers.out());
    Launcher.Result stale = verify("right.yaml", "SWH-DIAL-002");
    assertThat(stale.exitCode()).as(stale.out()).isEqualTo(5);
    assertThat(stale.out()).contains("stale: SWH-DIAL-002 passes, so its waiver (known) must go");
  }

  @Test
  void doctorSaysWhichStepFails() throws IOException {
    String profile = write("t.yaml", "");
    Files.writeString(folder.resolve("port.yaml"), profile.replaceAll(":\\d+/agent", ":9/agent"));
    Files.writeString(folder.resolve("path.yaml"), profile.replace("/agent", "/desk"));
    Files.writeString(folder.resolve("password.yaml"), profile.replace("secret", "guess"));
    Files.writeString(folder.resolve("style.yaml"), profile + "dialect: {stateEvent: prefixed}\n");

    assertDoctor("port.yaml", 3, "✗ port", "whether the target runs");
    assertDoctor("path.yaml", 3, "✗ WebSocket", "look at the path in url");
    assertDoctor("password.yaml", 3, "✗ login", "authentication-failed");
    Launcher.Result json =
        Launcher.switchhook(folder, "doctor", "--target", "style.yaml", "--format", "json");
    assertThat(new ObjectMapper().readTree(json.out()).path("ready").asBoolean(true)).isFalse();
    assertThat(json.out()).contains("\"state\" : \"MISFIT\"", "\"its clock\"");
    assertDoctor("style.yaml", 1, "✗ events", "set dialect: {stateEvent: plain}");
    assertThat(Launcher.switchhook(folder, "waivers", "nowhere").exitCode()).isEqualTo(2);
  }

  private void assertDoctor(String file, int exitCode, String... said) {
    Launcher.Result result = Launcher.switchhook(folder, "doctor", "--target", file);
    assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(exitCode);
    assertThat(result.out()).contains(said).doesNotContain("guess");
  }

  private Launcher.Result verify(String file, String... only) {
    String[] arguments = new String[6 + only.length];
    System.arraycopy(
        new String[] {"verify", "--target", file, "--out", "run", "--only"}, 0, arguments, 0, 6);
    System.arraycopy(only, 0, arguments, 6, only.length);
    return Launcher.switchhook(folder, arguments);
  }

  private String write(String file, String more) throws IOException {
    String profile =
        """
        url: %s
        agents: [{id: alice, password: secret, extension: "7001"}]
        %s
        """
            .formatted(simulator.uri(), more);
    if (!more.contains("numbers")) {
      profile += "numbers: {answers: \"5550100\"}\n";
    }
    Files.writeString(folder.resolve(file), profile);
    return profile;
  }
}
