package io.github.switchhook.conformance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.foreign.ForeignProfile;
import io.github.switchhook.conformance.foreign.ForeignSwitch;
import io.github.switchhook.conformance.ladder.Ladder;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.report.runs.RunMerge;
import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.transcript.Transcript;
import io.github.switchhook.conformance.transcript.convert.TranscriptConverter;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.wire.WireLine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The messages of a foreign switch are translated into PROTOCOL's words. */
@Timeout(60)
class ProtocolAnnotatorTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void makesALadderAndAScenarioOfAForeignSwitchsWire() throws IOException {
    try (ForeignSwitch foreign = ForeignSwitch.start()) {
      Target target = ForeignProfile.load(foreign, folder, UnaryOperator.identity());
      Report report = ForeignProfile.play(target, "SWH-DTMF-004");
      ScenarioResult played =
          report.scenarios().stream()
              .filter(result -> result.scenario().name().contains("automated system hears"))
              .findFirst()
              .orElseThrow();

      List<WireLine> plain = ProtocolAnnotator.readAll(target, played.wire());

      assertThat(Ladder.of(plain).text(false))
          .contains(
              "prepareSession",
              "channel ACTIVE busy",
              "conversation CONNECTED",
              "interaction STARTED",
              "conversation.senddtmf 12")
          .doesNotContain("resource", "tick", "pa55");
      Path run = folder.resolve("run");
      report.write(run);
      assertThat(Ladder.of(Transcript.read(run.resolve("wire.ndjson")).lines()).text(false))
          .contains("prepareSession", "conversation.senddtmf 12")
          .doesNotContain("resource", "tick", "pa55");
      assertThat(RunMerge.of(Catalogue.load(), List.of(run), true).scenarios())
          .as("what the lines say is kept beside them")
          .containsAll(report.scenarios().stream().filter(r -> !r.wire().isEmpty()).toList());
      ScenarioFile scenario =
          TranscriptConverter.toScenario(new Transcript(plain, false), "tones", "wire.jsonl");
      assertThat(scenario.steps().toString()).contains("conversation.senddtmf", "*9#");
    }
  }

  @Test
  void leavesWhatIsPlainAsItIs() {
    ProtocolAnnotator interpreter =
        new ProtocolAnnotator(Target.standard("plain", URI.create("ws://127.0.0.1:1/agent")));
    for (String text :
        List.of(
            "{\"command\":\"channel.dial\",\"target\":\"s.c\",\"data\":{\"destination\":\"1\"}}",
            "{\"name\":\"state.updated\",\"target\":\"s.c\",\"data\":{\"state\":\"ACTIVE\",\"busy\":true}}",
            "{\"name\":\"conversation.member.added\",\"target\":\"s.c.i.v\",\"data\":{\"member\":{\"id\":\"m\",\"address\":\"5\"}}}",
            "{\"command\":\"x\",\"result\":\"failure\",\"failure\":{\"code\":\"c\",\"message\":\"m\"},\"original\":{\"command\":\"x\"}}",
            "no JSON",
            "[1]")) {
      for (WireLine.Direction direction :
          List.of(WireLine.Direction.OUT, WireLine.Direction.IN, WireLine.Direction.STEP)) {
        WireLine line = new WireLine(1, direction, AgentNames.FIRST, 1, text);
        assertThat(interpreter.read(line)).contains(line);
      }
    }
  }
}
