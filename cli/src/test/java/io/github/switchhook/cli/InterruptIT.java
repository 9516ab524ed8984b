package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code switchhook verify} is stopped in the middle, politely or not. */
@Timeout(240)
class InterruptIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @SuppressWarnings("NullAway.Init") // set before each
  private Process verify;

  @BeforeEach
  void begin() throws IOException {
    verify =
        new ProcessBuilder(
                Launcher.ROOT.resolve("switchhook").toString(),
                "verify",
                "--workers",
                "1",
                "--messages",
                "--out",
                "run")
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> lines("wire.ndjson").stream().filter(InterruptIT::endsAScenario).count() > 20);
  }

  @AfterEach
  void end() {
    verify.destroyForcibly();
  }

  @Test
  void leavesAReportOfWhatWasPlayed() throws Exception {
    // SIGTERM: what was started in the background may ignore SIGINT, which is handled alike.
    verify.destroy();

    assertThat(verify.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(verify.exitValue()).as(read("out") + read("err")).isEqualTo(130);
    JsonNode json = MAPPER.readTree(read("run/results.json"));
    assertThat(json.path("exitCode").asInt()).isEqualTo(130);
    assertThat(json.path("verdict").asText()).isEqualTo("partial");
    int played = json.path("scenarios").size();
    assertThat(played).isGreaterThan(20);
    assertThat(json.path("totals").path("PASS").asInt())
        .as("what was cut off is not judged")
        .isEqualTo(played);
    int notRun = json.path("notRun").size();
    assertThat(notRun).isPositive();
    assertThat(read("run/report.html")).contains("<b>Interrupted.</b> " + notRun + " of ");
    assertThat(read("run/junit.xml")).contains("not run: the run was interrupted");
    assertThat(read("run/summary.md")).contains("**Interrupted**");
    assertThat(read("out")).contains("interrupted: " + notRun + " scenarios not run");
    assertThat(read("err")).doesNotContain("\tat ");
    List<String> messages = lines("messages.ndjson");
    assertThat(messages.get(messages.size() - 1))
        .contains("testRunFinished", "\"success\":false", "the run was interrupted");
    try (Stream<Path> files = Files.list(folder.resolve("run"))) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }

  @Test
  void keepsTheWireWhenItIsKilled() throws Exception {
    verify.destroyForcibly().waitFor(20, TimeUnit.SECONDS);

    assertThat(folder.resolve("run/results.json")).doesNotExist();
    assertThat(lines("wire.ndjson")).filteredOn(InterruptIT::endsAScenario).hasSizeGreaterThan(20);
    assertThat(lines("messages.ndjson"))
        .filteredOn(line -> line.startsWith("{\"testCaseFinished\""))
        .hasSizeGreaterThan(10);
    Launcher.Result diff = Launcher.switchhook(folder, "diff", "run", "run");
    assertThat(diff.exitCode()).isEqualTo(2);
    assertThat(diff.err()).contains("whose run did not end");
  }

  private static boolean endsAScenario(String line) {
    return line.contains("\"direction\":\"verdict\"");
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  private List<String> lines(String file) throws IOException {
    Path path = folder.resolve("run").resolve(file);
    return Files.exists(path) ? Files.readAllLines(path) : List.of();
  }
}
