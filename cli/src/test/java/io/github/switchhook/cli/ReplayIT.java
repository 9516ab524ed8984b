package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code switchhook replay}, {@code convert}, {@code diff} and {@code ladder} as others use them.
 */
@Timeout(240)
class ReplayIT {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void playsTheLibrary() throws IOException {
    Launcher.Result result = Launcher.switchhook(folder, "replay", "--format", "json");

    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    assertThat(result.err()).isEmpty();
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(json.path("scenarios").size()).isGreaterThanOrEqualTo(20);
    assertThat(folder.resolve("switchhook-run/junit.xml")).isNotEmptyFile();
  }

  @Test
  void showsTheLadderAndTheFirstDivergence() throws IOException {
    Files.writeString(
        folder.resolve("call.yaml"),
        """
        name: Hold
        agents: {alice: ready}
        steps:
          - {agent: alice, sends: channel.dial, with: {destination: $answers}}
          - {agent: alice, sends: conversation.hold, sees: {alice: nothing}}
        """);

    Launcher.Result result = Launcher.switchhook(folder, "replay", "call.yaml");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("─channel.dial 5550100─", "· alice sends conversation.hold")
        .contains("call.yaml:5: alice sends conversation.hold: what Alice sees")
        .contains("extra: state.updated on conversation was not expected")
        .doesNotContain("\u001b");
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    Files.writeString(
        folder.resolve("call.yaml"),
        "name: x\nagents: {alice: ready}\nsteps:\n  - {agent: alice, sends: channel.dail}\n");

    Launcher.Result result = Launcher.switchhook(folder, "replay", "call.yaml");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("call.yaml:4: unknown command 'channel.dail', did you mean 'channel.dial'?")
        .doesNotContain("\tat ");
    assertThat(Launcher.switchhook(folder, "replay", "inbound-answerd").err())
        .contains("did you mean inbound-answered?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"consult-and-transfer", "connection-lost", "conference-of-four"})
  void aRecordedCallPlaysAgain(String call) {
    assertThat(run("replay", call, "--transcript", "a.jsonl").exitCode()).isZero();
    assertThat(run("convert", "a.jsonl", "--out", "again.yaml").exitCode()).isZero();
    Launcher.Result again = run("replay", "again.yaml", "--transcript", "b.jsonl");
    assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
    Launcher.Result diff = run("diff", "a.jsonl", "b.jsonl");
    assertThat(diff.exitCode()).as(diff.out()).isZero();
    assertThat(run("replay", "a.jsonl").exitCode()).as("the transcript itself").isZero();
  }

  @Test
  void aRecordedCallIsAFeatureThatRuns() throws IOException {
    run("replay", "outbound-unsuccessful", "--transcript", "a.jsonl");
    assertThat(run("convert", "a.jsonl", "--as", "feature", "--out", "a.feature").exitCode())
        .isZero();
    assertThat(Files.readString(folder.resolve("a.feature"))).contains("a (1)", "a (2)");

    Launcher.Result played = run("replay", "a.feature", "--format", "json");

    assertThat(played.exitCode()).as(played.out() + played.err()).isZero();
    assertThat(new ObjectMapper().readTree(played.out()).path("scenarios")).hasSize(2);
    assertThat(run("convert", "a.jsonl").err()).contains("holds 2 recordings", "--part");
    assertThat(run("convert", "a.jsonl", "--part", "2").exitCode()).isZero();
  }

  @Test
  void saysWhatCannotBeAFeature() throws IOException {
    Files.writeString(
        folder.resolve("call.yaml"),
        """
        name: x
        agents: {alice: ready}
        steps:
          - {agent: alice, sends: channel.dial, with: {destination: $answers}}
        """);

    Launcher.Result result = run("convert", "call.yaml", "--as", "feature");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("call.yaml:4", "it does not tell all that alice sees", "Played, it can be:");
  }

  @Test
  void letsTimePassAsItDoes() throws IOException {
    Files.writeString(
        folder.resolve("call.yaml"),
        """
        name: Answered after a second
        agents: {alice: ready}
        steps:
          - {agent: alice, sends: channel.dial, with: {destination: "5550201"}}
          - {wait for: state.updated conversation state=CONNECTED, agent: alice, within: 20s}
        """);

    assertThat(run("replay", "call.yaml", "--speed", "1x", "--transcript", "a.jsonl").exitCode())
        .isZero();
    String real = Files.readString(folder.resolve("a.jsonl"));
    assertThat(micros(real, "CONNECTED") - micros(real, "channel.dial")).isGreaterThan(999_000);
    assertThat(real).as("the clock is not moved").doesNotContain("\"act\":\"advance\"");

    assertThat(run("replay", "call.yaml", "--transcript", "b.jsonl").exitCode()).isZero();
    assertThat(Files.readString(folder.resolve("b.jsonl"))).contains("\"act\":\"advance\"");
    assertThat(run("replay", "call.yaml", "--speed", "2x").err())
        .contains("expected 1x or max, got 2x");
  }

  /** Returns when the first line came that holds a word. */
  private static long micros(String transcript, String word) throws IOException {
    String line = transcript.lines().filter(each -> each.contains(word)).findFirst().orElseThrow();
    return new ObjectMapper().readTree(line).path("micros").asLong();
  }

  @Test
  void drawsAndComparesTranscripts() throws IOException {
    run("replay", "inbound-answered", "--transcript", "a.jsonl");
    run("replay", "inbound-abandoned", "--transcript", "b.jsonl");

    assertThat(run("ladder", "a.jsonl").out()).contains("5559000 calls 7001");
    assertThat(run("ladder", "switchhook-run/wire.ndjson", "--as", "mermaid").out())
        .startsWith("sequenceDiagram");
    run("ladder", "a.jsonl", "--as", "svg", "--out", "a.svg");
    assertThat(Files.readString(folder.resolve("a.svg"))).startsWith("<svg").endsWith("</svg>\n");
    Launcher.Result diff = run("diff", "a.jsonl", "b.jsonl");
    assertThat(diff.exitCode()).isEqualTo(1);
    assertThat(diff.out()).startsWith("first divergence").contains("conversation.answer");
    assertThat(Files.readString(folder.resolve("a.jsonl"))).doesNotContain("secret");
    assertThat(run("diff", "a.jsonl", "none.jsonl").exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ladder empty.jsonl", "diff empty.jsonl cut.jsonl", "diff cut.jsonl empty.jsonl"})
  void aTranscriptWithNothingInItIsAMistake(String command) throws IOException {
    Files.writeString(folder.resolve("empty.jsonl"), "\n");
    Files.writeString(folder.resolve("cut.jsonl"), "{\"micros\":1,\"dir");

    Launcher.Result result = run(command.split(" "));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(".jsonl: expected a transcript, found not one whole line");
  }

  @Test
  void playsAFolderAndAllBelowInTheOrderOfThePaths() throws IOException {
    Files.createDirectories(folder.resolve("calls/b/deep"));
    Files.createDirectories(folder.resolve("calls/.hidden"));
    for (String name : List.of("z.yaml", "b/deep/m.yaml", "b/a.yaml", "a.yaml")) {
      Files.writeString(folder.resolve("calls/" + name), call(name));
    }
    Files.writeString(
        folder.resolve("calls/b/c.yaml"), call("c").replaceFirst("- .*", "- include: _dial.yaml"));
    Files.writeString(folder.resolve("calls/b/_dial.yaml"), "steps:\n  - {pass: 1s}\n");
    Files.writeString(folder.resolve("calls/.hidden/x.yaml"), "no scenario");
    Files.writeString(folder.resolve("calls/notes.txt"), "no scenario");

    Launcher.Result played = run("replay", "calls", "--format", "json");

    assertThat(played.exitCode()).as(played.out() + played.err()).isZero();
    assertThat(new ObjectMapper().readTree(played.out()).path("scenarios"))
        .extracting(scenario -> scenario.path("name").asText())
        .containsExactly("a.yaml", "b/a.yaml", "c", "b/deep/m.yaml", "z.yaml");
  }

  private static String call(String name) {
    return "name: " + name + "\nagents: {alice: ready}\nsteps:\n  - {pass: 1s}\n";
  }

  @Test
  void aFolderWithNothingToPlayIsAMistake() throws IOException {
    Files.createDirectories(folder.resolve("calls/below"));
    Files.writeString(folder.resolve("calls/below/_part.yaml"), "steps: []");

    Launcher.Result result = run("replay", "calls");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("calls: expected scenario files (*.yaml) or features (*.feature) in it or in a");
  }

  private Launcher.Result run(String... arguments) {
    return Launcher.switchhook(folder, arguments);
  }
}
