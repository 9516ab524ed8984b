package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code switchhook list} and {@code explain} as processes of their own. */
class ListIT {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void listsTheRegisterAsJson() throws IOException {
    Launcher.Result result = Launcher.switchhook(folder, "list", "--format", "json");

    assertThat(result.exitCode()).isZero();
    JsonNode all = new ObjectMapper().readTree(result.out());
    assertThat(all.isArray()).isTrue();
    assertThat(all.size()).isGreaterThan(100);
    assertThat(all.get(0).fieldNames())
        .toIterable()
        .containsExactly("id", "level", "source", "command", "sentence", "capability", "scenarios");
  }

  @Test
  void explainsACommandWithItsEvents() {
    Launcher.Result result = Launcher.switchhook(folder, "explain", "channel.dial");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("SWH-DIAL-001", "MUST", "PROTOCOL 5, channel.dial", "conversation.member.added")
        .contains("channel.dial.feature:");
  }

  @Test
  void explainsToAProgram() throws IOException {
    Launcher.Result result =
        Launcher.switchhook(folder, "explain", "SWH-DIAL-001", "--format", "json");

    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode one = new ObjectMapper().readTree(result.out()).at("/requirements/0");
    assertThat(one.path("id").asText()).isEqualTo("SWH-DIAL-001");
    assertThat(one.path("scenarios")).isNotEmpty();
    assertThat(one.at("/events/0/rows/0/0").asText()).isEqualTo("event");
    assertThat(one.at("/events/0/rows")).hasSizeGreaterThan(5);
    assertThat(Launcher.switchhook(folder, "list", "SWH-DIAL-001").out())
        .contains("1 requirement (");
  }

  @Test
  void suggestsTheWordThatWasMistyped() {
    Launcher.Result unknown = Launcher.switchhook(folder, "explain", "channel.fly");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("got channel.fly, did you mean 'channel.dial'?");

    Launcher.Result typo = Launcher.switchhook(folder, "verfiy");
    assertThat(typo.exitCode()).isEqualTo(2);
    assertThat(typo.err()).contains("verify");
  }

  @Test
  void worksWithoutTheLauncher() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jar = Launcher.ROOT.resolve(Path.of("cli", "target", "switchhook.jar")).toString();

    Launcher.Result result =
        Launcher.run(folder, List.of(java, "-jar", jar, "faults", "--format", "json"));

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).startsWith("[").contains("\"kind\" : \"drop\"");
  }

  @Test
  void aMistakeIsTheLastThingThatIsSeen() {
    Launcher.Result result = Launcher.switchhook(folder, "replay", "--speeed", "1x");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err().lines().toList())
        .hasSizeLessThan(5)
        .anyMatch(line -> line.contains("--speeed"))
        .last()
        .isEqualTo("Try 'switchhook replay --help' for what it takes.");
  }
}
