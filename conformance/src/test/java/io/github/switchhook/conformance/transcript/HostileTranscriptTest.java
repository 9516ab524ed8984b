package io.github.switchhook.conformance.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.scenario.FeatureWriter;
import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.scenario.ScenarioFormatException;
import io.github.switchhook.conformance.scenario.ScenarioWriter;
import io.github.switchhook.conformance.text.Nasty;
import io.github.switchhook.conformance.transcript.convert.TranscriptConverter;
import io.github.switchhook.conformance.transcript.playback.RecordedSwitch;
import io.github.switchhook.conformance.transcript.playback.ReplaySpeed;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Transcripts with control characters and markup from desktops and switches, and their renderings.
 */
class HostileTranscriptTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  static Stream<String> nasty() {
    return Nasty.TEXTS.stream();
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void isReadBackAsItWas(String nasty) throws IOException {
    Path file = folder.resolve("t.jsonl");
    try (TranscriptWriter writer = new TranscriptWriter(file)) {
      lines(nasty).forEach(writer);
    }

    assertThat(Nasty.hidden(Files.readString(file))).isEmpty();
    assertThat(Transcript.read(file).lines()).isEqualTo(lines(nasty));
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void becomesAScenarioThatSaysTheSame(String nasty) {
    ScenarioFile scenario = scenario(nasty);

    String yaml = ScenarioWriter.write(scenario);

    assertThat(Nasty.hidden(yaml)).isEmpty();
    assertThat(yaml.lines())
        .hasSameSizeAs(ScenarioWriter.write(scenario("plain")).lines().toList());
    assertThat(new Yaml().<Object>load(yaml))
        .asString()
        .contains("name=" + nasty, "sends=" + nasty);
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void becomesAFeatureOrNone(String nasty) {
    Optional<String> feature = feature(nasty);

    feature.ifPresent(
        text -> {
          assertThat(Nasty.hidden(text)).isEmpty();
          assertThat(text.lines()).hasSameSizeAs(feature("plain").orElseThrow().lines().toList());
        });
    assertThat(feature.isPresent())
        .isEqualTo(Nasty.hidden(nasty.replace('\n', '\u0000')).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void isPlayedAndItsDivergenceShown(String nasty) {
    RecordedSwitch part =
        new RecordedSwitch(new Transcript(lines(nasty), false), ReplaySpeed.AT_ONCE);
    part.heard(1, "{\"command\":\"other\",\"data\":{}}", 0);

    String text = part.divergence().orElseThrow().text();
    assertThat(Nasty.hidden(text)).isEmpty();
    assertThat(text.lines()).hasSizeLessThan(12);
  }

  private static Optional<String> feature(String nasty) {
    try {
      return Optional.of(FeatureWriter.write(nasty, List.of(scenario(nasty))));
    } catch (ScenarioFormatException e) {
      return Optional.empty();
    }
  }

  private static ScenarioFile scenario(String nasty) {
    return TranscriptConverter.toScenario(new Transcript(lines(nasty), false), nasty, "t.jsonl");
  }

  private static List<WireLine> lines(String nasty) {
    return List.of(
        line(
            Direction.OUT,
            "{\"command\":\"prepareSession\",\"data\":{\"agent\":{\"id\":\"alice\"}}}"),
        line(
            Direction.IN,
            "{\"command\":\"prepareSession\",\"result\":\"success\",\"data\":{\"session\":\"s\"}}"),
        line(
            Direction.OUT,
            Json.write(
                Json.object()
                    .put("command", nasty)
                    .put("target", "s")
                    .set("data", Json.object().put("k", nasty)))),
        line(
            Direction.IN,
            Json.write(
                Json.object()
                    .put("command", nasty)
                    .put("target", "s")
                    .put("result", "failure")
                    .set("failure", Json.object().put("code", nasty).put("message", nasty)))));
  }

  private static WireLine line(Direction direction, String text) {
    return new WireLine(1, direction, "alice", 1, text);
  }
}
