package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code switchhook verify} as others script against it. */
class VerifyIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void provesTheBuiltInSwitch() throws IOException {
    Launcher.Result result =
        Launcher.switchhook(
            folder, "verify", "--format", "json", "--strict", "--messages", "--out", "run");

    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    assertThat(result.err()).as("nothing but the JSON is printed").isEmpty();
    JsonNode json = MAPPER.readTree(result.out());
    assertThat(json).isEqualTo(MAPPER.readTree(folder.resolve("run/results.json").toFile()));
    assertThat(json.path("verdict").textValue()).isEqualTo("success");
    assertThat(json.path("exitCode").intValue()).isZero();
    assertThat(json.path("scenarios").findValuesAsText("feature"))
        .filteredOn(feature -> feature.startsWith("features/"))
        .as(
            "results of scenarios; after adding or removing scenarios on purpose, change the"
                + " number in features/src/main/resources/catalogue.properties")
        .hasSize(declaredScenarios());
    assertThat(json.path("totals").path("PASS").intValue())
        .isEqualTo(json.path("scenarios").size());
    assertThat(json.path("requirements").get(0).fieldNames())
        .toIterable()
        .contains("id", "level", "source", "command", "verdict");
    assertThat(json.path("scenarios").get(0).fieldNames())
        .toIterable()
        .contains("name", "feature", "requirements", "verdict");
    assertThat(json.has("seed")).isTrue();
    assertThat(json.path("durationMillis").longValue()).isPositive();
    for (String file : new String[] {"summary.md", "junit.xml", "wire.ndjson", "badge.json"}) {
      assertThat(folder.resolve("run").resolve(file)).isNotEmptyFile();
    }
    assertThat(Files.readString(folder.resolve("run/wire.ndjson"))).doesNotContain("secret");
    assertThat(Files.readAllLines(folder.resolve("run/messages.ndjson")))
        .as("every scenario, but not the kit's own look at what the target has")
        .filteredOn(line -> line.startsWith("{\"testCaseFinished\""))
        .hasSizeBetween(json.path("scenarios").size() - 10, json.path("scenarios").size());
  }

  private static int declaredScenarios() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = VerifyIT.class.getResourceAsStream("/catalogue.properties")) {
      properties.load(Objects.requireNonNull(in));
    }
    return Integer.parseInt(properties.getProperty("scenarios"));
  }

  @Test
  void writesIntoNoDirectoryWithForeignFiles() throws IOException {
    Path notes = Files.writeString(Files.createDirectory(folder.resolve("mine")).resolve("a"), "b");

    for (String[] command :
        new String[][] {
          {"verify", "--only", "channel.dial", "--out", "mine"},
          {"replay", "mute-survives-hold", "--out", "mine"},
          {"report", "merge", "mine", "run"}
        }) {
      Launcher.Result result = Launcher.switchhook(folder, command);

      assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
      assertThat(result.err())
          .contains("expected a new directory", "mine has a; name another directory")
          .doesNotContain("Exception");
    }
    assertThat(notes).hasContent("b");
  }

  @Test
  void playsWhatItIsAskedForAndIsPartialThen() throws IOException {
    Launcher.Result result =
        Launcher.switchhook(folder, "verify", "--only", "channel.dial", "--format", "json");

    assertThat(result.exitCode()).isZero();
    JsonNode json = MAPPER.readTree(result.out());
    assertThat(json.path("verdict").textValue()).isEqualTo("partial");
    assertThat(folder.resolve("switchhook-run/results.json")).isNotEmptyFile();
  }

  @Test
  void saysWhatItDoesNotKnow() {
    Launcher.Result result = Launcher.switchhook(folder, "verify", "--only", "channel.fly");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("--only: expected requirement ids or commands", "got channel.fly")
        .doesNotContain("\tat ");
  }

  @Test
  void refusesATargetFileThatIsNone() throws IOException {
    Files.writeString(folder.resolve("t.yaml"), "name: x\nurll: ws://127.0.0.1:1/agent\n");

    Launcher.Result result = Launcher.switchhook(folder, "verify", "--target", "t.yaml");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("urll").contains(".yaml:2: ").doesNotContain("\tat ");
    assertThat(Launcher.switchhook(folder, "verify", "--target", "none.yaml").err())
        .contains("--target: expected a file that can be read, got none.yaml");
  }

  @Test
  void reportsATargetThatDoesNotListen() throws IOException {
    Files.writeString(
        folder.resolve("t.yaml"),
        """
        name: nobody
        url: ws://127.0.0.1:9/agent
        agents:
          - {id: alice, password: secret, extension: "7001"}
        """);

    Launcher.Result result = Launcher.switchhook(folder, "verify", "--target", "t.yaml");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out() + result.err())
        .contains("ws://127.0.0.1:9/agent")
        .doesNotContain("\tat ");
  }

  @Test
  void doesNotBuildASecondTime() {
    Launcher.Result result = Launcher.switchhook(folder, "--version");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith("Switchhook ");
    assertThat(result.err()).isEmpty();
  }
}
