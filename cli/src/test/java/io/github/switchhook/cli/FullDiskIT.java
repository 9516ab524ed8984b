package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that cannot write its output says so in one sentence and exits with 2. */
class FullDiskIT {
  private static final Path FULL = Path.of("/dev/full");

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @BeforeEach
  void thereIsAFullDevice() {
    assumeTrue(Files.exists(FULL), "there is no " + FULL + " here");
  }

  @Test
  void aTranscript() {
    Launcher.Result result =
        Launcher.switchhook(
            folder, "replay", "consult-and-transfer", "--transcript", FULL.toString());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "switchhook: no space left on /dev: /dev/full cannot be written"
                + System.lineSeparator());
  }

  @Test
  void standardOutput() {
    Launcher.Result result =
        Launcher.run(
            folder,
            List.of("/bin/sh", "-c", Launcher.ROOT.resolve("switchhook") + " list > /dev/full"));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "switchhook: no space left on /dev: /dev/stdout cannot be written"
                + System.lineSeparator());
  }

  @Test
  void aRunDirectoryWhereNoneCanBe() {
    Launcher.Result result =
        Launcher.switchhook(folder, "verify", "--only", "channel.dial", "--out", "/dev/full/run");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("/dev/full").doesNotContain("Exception", "\tat ");
  }
}
