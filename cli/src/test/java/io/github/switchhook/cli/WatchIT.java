package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code switchhook replay --watch}, at a pseudo-terminal and into a pipe. */
@Timeout(240)
class WatchIT {
  private static final String CLEAR = "\u001b[2J";
  private static final String WAITING = "Ctrl-C ends it.";

  /** A build in the background ignores Ctrl-C, and so would what it starts. */
  private static final String HEEDING = "env --default-signal=INT ";

  private static final String CALL =
      """
      name: Hold
      agents: {alice: ready}
      steps:
        - {agent: alice, sends: channel.dial, with: {destination: $answers}}
        - {agent: alice, sends: conversation.hold, sees: {alice: [state.updated conversation state=%s]}}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void playsAgainAtATerminalWhenAnEditorReplacesTheFile() throws IOException, InterruptedException {
    assumeTrue(
        Launcher.run(
                    folder,
                    List.of("sh", "-c", "script -qec '" + HEEDING + "true' /dev/null </dev/null"))
                .exitCode()
            == 0,
        "there is no script (util-linux) and env (coreutils) here to make a pseudo-terminal");
    Files.writeString(folder.resolve("call.yaml"), CALL.formatted("HELD"));
    Process watching =
        start(
            "script",
            "-qec",
            "stty cols 160; "
                + HEEDING
                + "'"
                + Launcher.ROOT.resolve("switchhook")
                + "' replay call.yaml --watch",
            "/dev/null");
    try {
      assertThat(until(watching, WAITING)).contains(CLEAR, "1 pass");

      replace(CALL.formatted("CONNECTED"));
      assertThat(until(watching, WAITING)).contains(CLEAR, "FAIL", "expected CONNECTED");

      replace("name: [");
      assertThat(until(watching, WAITING)).contains("call.yaml:1: ");

      replace(CALL.formatted("HELD"));
      assertThat(until(watching, WAITING)).contains("1 pass").doesNotContain("FAIL");

      watching.getOutputStream().write(3); // Ctrl-C
      watching.getOutputStream().flush();
      assertThat(watching.waitFor(30, TimeUnit.SECONDS)).as("it ends").isTrue();
    } finally {
      watching.destroyForcibly();
    }
  }

  @Test
  void isPlainInAPipe() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("call.yaml"), CALL.formatted("HELD"));
    Process watching =
        start(Launcher.ROOT.resolve("switchhook").toString(), "replay", "call.yaml", "--watch");
    try {
      assertThat(until(watching, WAITING)).contains("1 pass").doesNotContain("\u001b");
      watching.destroy();
      assertThat(watching.waitFor(30, TimeUnit.SECONDS)).as("it ends").isTrue();
    } finally {
      watching.destroyForcibly();
    }
  }

  @Test
  void watchesWhatLiesBelowAFolder() throws IOException, InterruptedException {
    Path below = Files.createDirectories(folder.resolve("calls/inbound/late"));
    Files.writeString(below.resolve("call.yaml"), CALL.formatted("HELD"));
    Process watching =
        start(Launcher.ROOT.resolve("switchhook").toString(), "replay", "calls", "--watch");
    try {
      assertThat(until(watching, WAITING)).contains("1 pass");
      Files.writeString(below.resolve("call.yaml"), CALL.formatted("CONNECTED"));
      assertThat(until(watching, WAITING)).contains("expected CONNECTED");
    } finally {
      watching.destroyForcibly();
    }
  }

  private void replace(String text) throws IOException {
    Path other = Files.writeString(folder.resolve(".call.yaml.swp"), text);
    Files.move(other, folder.resolve("call.yaml"), StandardCopyOption.REPLACE_EXISTING);
  }

  private Process start(String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("TERM", "xterm-256color");
    Process process = builder.start();
    // A read that waits for ever cannot be interrupted; the end of the process ends it.
    CompletableFuture.delayedExecutor(200, TimeUnit.SECONDS).execute(process::destroyForcibly);
    return process;
  }

  private static String until(Process process, String end) throws IOException {
    InputStream in = process.getInputStream();
    StringBuilder text = new StringBuilder();
    byte[] some = new byte[8_192];
    while (text.indexOf(end) < 0) {
      int read = in.read(some);
      assertThat(read).as("it goes on after: " + text).isPositive();
      text.append(new String(some, 0, read, StandardCharsets.UTF_8));
    }
    return text.toString();
  }
}
