package io.github.switchhook.conformance.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.scenario.Action;
import io.github.switchhook.conformance.scenario.AgentStage;
import io.github.switchhook.conformance.scenario.ContactType;
import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.scenario.ScenarioStep;
import io.github.switchhook.conformance.transcript.convert.TranscriptConverter;
import io.github.switchhook.conformance.transcript.playback.RecordedSwitch;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void readsWhatItWrote() throws IOException {
    Path file = folder.resolve("t.jsonl");
    List<WireLine> lines =
        List.of(
            new WireLine(5, Direction.OPEN, "alice", 1, "ws://127.0.0.1/agent"),
            new WireLine(7, Direction.OUT, "alice", 1, "{\"command\":\"x\",\"data\":{}}"),
            new WireLine(8, Direction.IN, "alice", 1, "{ \"blanks\" : 1 }"),
            new WireLine(9, Direction.IN, "alice", 1, "no JSON"));
    try (TranscriptWriter writer = new TranscriptWriter(file)) {
      lines.forEach(writer);
      assertThat(Transcript.read(file).lines()).as("flushed before it is closed").hasSize(4);
    }

    assertThat(Transcript.read(file)).isEqualTo(new Transcript(lines, false));
    assertThat(Files.readString(file)).contains("\"message\":{\"command\":\"x\"");
  }

  @Test
  void takesAFileThatIsCutOff() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("t.jsonl"),
            "{\"micros\":1,\"direction\":\"out\",\"text\":\"a\"}\n{\"micros\":2,\"dir");

    assertThat(Transcript.read(file).cutOff()).isTrue();
    assertThat(Transcript.read(file).lines()).hasSize(1);
  }

  @Test
  void saysWhichLineIsWrong() throws IOException {
    Path broken = Files.writeString(folder.resolve("a"), "{\"direction\":\"out\"}\nnonsense\n{}\n");
    Path sideways = Files.writeString(folder.resolve("b"), "{\"direction\":\"up\"}\n");

    assertThatThrownBy(() -> Transcript.read(broken))
        .hasMessageContaining(":2: expected a JSON object, got nonsense");
    assertThatThrownBy(() -> Transcript.read(sideways))
        .hasMessageContaining(":1: direction: expected open, out, in, close or act, got up");
  }

  @Test
  void tellsTheRecordingsOfAFileApart() {
    List<WireLine> twice = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      twice.add(new WireLine(5, Direction.OPEN, "alice", 1, ""));
      twice.add(new WireLine(5, Direction.OPEN, "alice", 2, ""));
      twice.add(new WireLine(7, Direction.OUT, "alice", 1, "{}"));
    }

    assertThat(new Transcript(twice, true).recordings())
        .containsExactly(
            new Transcript(twice.subList(0, 3), false), new Transcript(twice.subList(3, 6), true));
  }

  @Test
  void comparesModuloIdsAndTimes() {
    TranscriptDiff diff = TranscriptDiff.of(call("s1", 0, "HELD"), call("zzz", 777, "HELD"));

    assertThat(diff.differences()).isEmpty();
    assertThat(diff.same()).isPositive();
  }

  @Test
  void comparesARecordingWithItsReplay() {
    Transcript recorded = call("s1", 0, "HELD");
    List<WireLine> replayed = new ArrayList<>();
    replayed.add(new WireLine(1, Direction.ACT, "", 0, "{\"act\":\"call\",\"to\":\"7001\"}"));
    for (WireLine line : call("zzz", 777, "HELD").lines()) {
      String text = line.text().replace("\"id\":\"alice\"", "\"id\":\"ann\"");
      replayed.add(new WireLine(line.micros(), line.direction(), AgentNames.FIRST, 1, text));
    }

    assertThat(TranscriptDiff.of(recorded, new Transcript(replayed, false)).differences())
        .as("another id logs in; nothing else differs")
        .singleElement()
        .satisfies(difference -> assertThat(difference.what()).hasSize(1));
  }

  @Test
  void findsTheFirstDivergence() {
    TranscriptDiff diff = TranscriptDiff.of(call("s1", 0, "HELD"), call("zzz", 777, "CONNECTED"));

    assertThat(diff.differences()).hasSize(1);
    assertThat(diff.differences().get(0).what())
        .containsExactly("data.state: expected \"HELD\", got \"CONNECTED\"");
    assertThat(diff.text()).startsWith("first divergence").contains("alice: conversation HELD");
  }

  @Test
  void findsALineThatIsMissing() {
    Transcript whole = call("s1", 0, "HELD");
    Transcript shorter = new Transcript(whole.lines().subList(0, whole.lines().size() - 1), false);

    assertThat(TranscriptDiff.of(whole, shorter).differences())
        .singleElement()
        .satisfies(difference -> assertThat(difference.right()).isNull());
  }

  @Test
  void infersThePartyThatActedOutside() {
    ScenarioFile scenario =
        TranscriptConverter.toScenario(call("s1", 0, "HELD"), "a call", "t.jsonl");

    assertThat(scenario.agents()).containsEntry("alice", AgentStage.READY);
    assertThat(scenario.steps())
        .extracting(ScenarioStep::title)
        .containsExactly("customer 5559000 calls alice", "alice sends conversation.hold");
    assertThat(scenario.steps().get(0).action())
        .isEqualTo(new Action.Customer(ContactType.CALL, "5559000", "alice"));
  }

  @Test
  void ascribesNothingThatABarrierWaitsForToAPartyOutside() {
    Transcript slow = slowly("{'command':'switchhook.barrier'}");

    assertThat(TranscriptConverter.toScenario(slow, "a call", "t.jsonl").steps())
        .extracting(ScenarioStep::title)
        .containsExactly("alice sends channel.dial");
    assertThat(TranscriptConverter.toScenario(slowly("{}"), "a call", "t.jsonl").steps())
        .as("without one")
        .hasSize(2);
  }

  /** Returns a transcript of a dialled call whose event comes late, after another request. */
  private static Transcript slowly(String asked) {
    List<WireLine> lines = new ArrayList<>();
    Talk talk = new Talk(lines, 0);
    talk.out("{'command':'prepareSession','data':{'agent':{'id':'alice','password':'***'}}}");
    talk.in("{'command':'prepareSession','result':'success','data':{'session':'s'}}");
    talk.out("{'command':'session.start','target':'s','data':{}}");
    talk.in("{'command':'session.start','target':'s','result':'success'}");
    talk.in("{'name':'channel.created','target':'s.c','data':{'endpoint':'7001'}}");
    talk.out("{'command':'channel.activate','target':'s.c','data':{}}");
    talk.in("{'command':'channel.activate','target':'s.c','result':'success'}");
    talk.out("{'command':'channel.dial','target':'s.c','data':{'destination':'1'}}");
    talk.out(asked);
    talk.in("{'command':'channel.dial','target':'s.c','result':'success'}");
    talk.pause();
    talk.in("{'name':'interaction.created','target':'s.c.i','data':{'direction':'outbound'}}");
    return new Transcript(lines, false);
  }

  /** A transcript of any origin: what is shown of it has no secret. */
  @Test
  void showsNoSecretOfAForeignTranscript() {
    Transcript one = said("{\"command\":\"login\",\"data\":{\"password\":\"hunter2\",\"a\":1}}");
    Transcript other = said("{\"command\":\"login\",\"data\":{\"password\":\"hunter3\",\"a\":2}}");

    TranscriptDiff diff = TranscriptDiff.of(one.redacted(), other.redacted());

    assertThat(diff.text() + diff.json()).contains("login", "***").doesNotContain("hunter");
    assertThat(
            new RecordedSwitch.Divergence(
                    "alice",
                    1,
                    "{\"password\":\"***\"}",
                    "{\"password\":\"hunter2\"}",
                    List.of("data.password: expected \"hunter3\", got \"hunter2\""))
                .text())
        .contains("data.password")
        .doesNotContain("hunter");
    assertThat(
            new Transcript(
                    List.of(new WireLine(1, Direction.CLOSE, "", 1, "1008 token=hunter2")), false)
                .redacted()
                .lines())
        .extracting(WireLine::text)
        .containsExactly("1008 token=***");
  }

  private static Transcript said(String text) {
    return new Transcript(List.of(new WireLine(1, Direction.OUT, "alice", 1, text)), false);
  }

  @Test
  void namesTheAgentOnceItIsKnown() {
    List<WireLine> kept = new ArrayList<>();
    AgentAttribution attribution = new AgentAttribution(Redaction.of(List.of())::redact, kept::add);
    attribution.accept(
        new WireLine(
            1,
            Direction.OUT,
            "",
            3,
            "{\"command\":\"prepareSession\",\"data\":{\"agent\":{\"id\":\"bob\",\"password\":\"p\"}}}"));
    attribution.accept(new WireLine(2, Direction.IN, "", 3, "{}"));

    assertThat(kept).extracting(WireLine::agent).containsExactly("bob", "bob");
    assertThat(kept.get(0).text()).contains("\"password\":\"***\"");
  }

  /** Returns a transcript: Alice logs in, a customer calls 500 ms later, she holds the call. */
  private static Transcript call(String session, long offset, String state) {
    String channel = session + ".g" + session + ".c" + session;
    String interaction = channel + ".i" + session;
    String conversation = interaction + ".v" + session;
    List<WireLine> lines = new ArrayList<>();
    Talk talk = new Talk(lines, offset);
    talk.out("{'command':'prepareSession','data':{'agent':{'id':'alice','password':'***'}}}");
    talk.in("{'command':'prepareSession','result':'success','data':{'session':'" + session + "'}}");
    talk.out("{'command':'session.start','target':'" + session + "','data':{}}");
    talk.in("{'command':'session.start','target':'" + session + "','result':'success'}");
    talk.in("{'name':'channel.created','target':'" + channel + "','data':{'endpoint':'7001'}}");
    talk.out("{'command':'channel.activate','target':'" + channel + "','data':{}}");
    talk.in("{'command':'channel.activate','target':'" + channel + "','result':'success'}");
    talk.pause();
    talk.in(
        "{'name':'interaction.created','target':'"
            + interaction
            + "','data':{'direction':'inbound'}}");
    talk.in(
        "{'name':'state.updated','target':'"
            + interaction
            + "','data':{'focus':'v"
            + session
            + "'}}");
    talk.in("{'name':'conversation.created','target':'" + conversation + "','data':{}}");
    talk.in(
        "{'name':'conversation.member.added','target':'"
            + conversation
            + "','data':{'member':{'id':'m"
            + session
            + "','address':'5559000'}}}");
    talk.pause();
    talk.out("{'command':'conversation.hold','target':'" + conversation + "','data':{}}");
    talk.in("{'command':'conversation.hold','target':'" + conversation + "','result':'success'}");
    talk.in(
        "{'name':'state.updated','target':'"
            + conversation
            + "','data':{'state':'"
            + state
            + "'}}");
    return new Transcript(lines, false);
  }

  private static final class Talk {
    private final List<WireLine> lines;
    private long micros;

    Talk(List<WireLine> lines, long offset) {
      this.lines = lines;
      this.micros = offset;
    }

    void out(String text) {
      add(Direction.OUT, text);
    }

    void in(String text) {
      add(Direction.IN, text);
    }

    void pause() {
      micros += 500_000;
    }

    private void add(Direction direction, String text) {
      micros += 1_000;
      lines.add(new WireLine(micros, direction, "alice", 1, text.replace('\'', '"')));
    }
  }
}
