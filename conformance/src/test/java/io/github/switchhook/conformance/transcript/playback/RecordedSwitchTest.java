package io.github.switchhook.conformance.transcript.playback;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.transcript.Transcript;
import io.github.switchhook.conformance.transcript.playback.RecordedSwitch.Delivery;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The switch's side of a recording, played without a socket and on a clock that the test sets. */
class RecordedSwitchTest {
  private static final int ALICE = 1;
  private static final int BOB = 2;
  private static final String DIAL =
      "{'command':'channel.dial','target':'s1.g.ch','data':{'destination':'7002'}}";
  private static final String DIALLED =
      "{'command':'channel.dial','target':'s1.g.ch','result':'success','data':{'destination':'7002'}}";
  private static final String RINGS =
      "{'name':'interaction.created','target':'s2.g.ch.i','data':{}}";

  private final List<WireLine> lines = new ArrayList<>();

  @Test
  void answersAndWaitsForWhatCausesAnEvent() {
    recordCall();
    RecordedSwitch recorded = new RecordedSwitch(new Transcript(lines, false), ReplaySpeed.AT_ONCE);

    assertThat(hear(recorded, BOB, logIn("bob"))).containsExactly(loggedIn("s2"));
    assertThat(recorded.isPlayed()).isFalse();
    assertThat(recorded.awaited())
        .containsExactly("alice to send prepareSession", "bob to send conversation.answer");
    assertThat(hear(recorded, ALICE, logIn("alice"))).startsWith(loggedIn("s1"));
    assertThat(hear(recorded, ALICE, DIAL)).containsExactly(json(DIALLED), json(RINGS));
    assertThat(hear(recorded, BOB, answer())).containsExactly(answered());
    assertThat(recorded.isPlayed()).isTrue();
    assertThat(recorded.divergence()).isEmpty();
  }

  @Test
  void waitsAsLongAsInTheRecording() {
    recordCall();
    RecordedSwitch recorded =
        new RecordedSwitch(new Transcript(lines, false), ReplaySpeed.RECORDED);

    recorded.heard(ALICE, json(logIn("alice")), 1_000_000);
    assertThat(recorded.nextDue()).hasValue(1_000_100);
    assertThat(recorded.due(1_000_099)).isEmpty();
    assertThat(recorded.due(1_000_100)).hasSize(1);
    assertThat(recorded.nextDue()).as("the event 900 later").hasValue(1_001_000);
    assertThat(recorded.due(9_000_000)).hasSize(1);
  }

  @Test
  void reportsWhereTheDesktopDiverges() {
    recordCall();
    RecordedSwitch recorded = new RecordedSwitch(new Transcript(lines, false), ReplaySpeed.AT_ONCE);
    hear(recorded, ALICE, logIn("alice"));

    List<String> answers = hear(recorded, ALICE, DIAL.replace("7002", "7003"));

    assertThat(answers).hasSize(1);
    assertThat(answers.get(0))
        .contains("\"result\":\"failure\"", "request 2 of alice", "\"original\":{\"command\"");
    assertThat(recorded.divergence()).isPresent();
    assertThat(recorded.divergence().get().text())
        .startsWith("first divergence: request 2 of alice\n  expected  " + json(DIAL))
        .endsWith("    data.destination: expected \"7002\", got \"7003\"");
    assertThat(hear(recorded, ALICE, DIAL).get(0)).as("it stays left").contains("failure");
    assertThat(recorded.isPlayed()).isFalse();
  }

  @Test
  void takesAnyPasswordAndEitherFormOfATargetAndRepeatsThem() {
    recordCall();
    record(ALICE, Direction.OUT, "{'command':'channel.x','target':'s1.g.ch','data':{'pin':'***'}}");
    record(
        ALICE,
        Direction.IN,
        "{'command':'channel.x','target':'s1.g.ch','result':'failure','failure':{},'original':{}}");
    RecordedSwitch recorded = new RecordedSwitch(new Transcript(lines, false), ReplaySpeed.AT_ONCE);

    hear(recorded, ALICE, logIn("alice").replace("***", "geheim"));
    assertThat(hear(recorded, ALICE, DIAL.replace(".g.", ".")).get(0))
        .isEqualTo(json(DIALLED.replace(".g.", ".")));
    String mine = "{'command':'channel.x','target':'s1.ch','data':{'pin':'1'}}";
    assertThat(hear(recorded, ALICE, mine).get(0))
        .contains("\"target\":\"s1.ch\"", "\"original\":" + json(mine));
    assertThat(recorded.divergence()).isEmpty();
  }

  @Test
  void noticesADesktopThatLeavesAndOneMoreThanRecorded() {
    recordCall();
    RecordedSwitch recorded = new RecordedSwitch(new Transcript(lines, false), ReplaySpeed.AT_ONCE);
    hear(recorded, ALICE, logIn("alice"));
    recorded.gone(ALICE);
    assertThat(recorded.divergence().orElseThrow().text())
        .contains("got       the connection was closed");

    RecordedSwitch other = new RecordedSwitch(new Transcript(lines, false), ReplaySpeed.AT_ONCE);
    hear(other, ALICE, logIn("alice"));
    hear(other, BOB, logIn("bob"));
    hear(other, 3, logIn("carol"));
    assertThat(other.divergence().orElseThrow().text())
        .contains("of a desktop more", "no further desktop");
  }

  @Test
  void answersTheKitsBarrier() {
    recordCall();
    record(ALICE, Direction.OUT, "{'command':'switchhook.barrier','target':'s1','data':{}}");
    RecordedSwitch recorded = new RecordedSwitch(new Transcript(lines, false), ReplaySpeed.AT_ONCE);
    recorded.heard(ALICE, json(logIn("alice")), 0);

    List<Delivery> told =
        recorded.heard(ALICE, json("{'command':'switchhook.barrier','target':'s1','data':{}}"), 0);

    assertThat(told).last().extracting(Delivery::text).asString().contains("unknown-command");
    assertThat(told).as("what was due comes before").hasSize(3);
    assertThat(recorded.divergence()).isEmpty();
  }

  private void recordCall() {
    record(ALICE, Direction.OPEN, "ws://127.0.0.1/agent");
    record(ALICE, Direction.OUT, logIn("alice"));
    record(ALICE, Direction.IN, loggedIn("s1"));
    lines.add(
        new WireLine(
            1_100,
            Direction.IN,
            "alice",
            ALICE,
            json("{'name':'channel.created','target':'s1.g.ch','data':{}}")));
    record(BOB, Direction.OUT, logIn("bob"));
    record(BOB, Direction.IN, loggedIn("s2"));
    record(ALICE, Direction.OUT, DIAL);
    record(ALICE, Direction.IN, DIALLED);
    record(BOB, Direction.IN, RINGS);
    record(BOB, Direction.OUT, answer());
    record(BOB, Direction.IN, answered());
  }

  /** Adds a line to the recording, 100 microseconds after the one before. */
  private void record(int connection, Direction direction, String text) {
    lines.add(
        new WireLine(
            100L * lines.size(),
            direction,
            connection == ALICE ? "alice" : "bob",
            connection,
            json(text)));
  }

  private static List<String> hear(RecordedSwitch recorded, int connection, String text) {
    List<Delivery> all = new ArrayList<>(recorded.heard(connection, json(text), 5));
    all.addAll(recorded.due(5));
    return all.stream().map(Delivery::text).toList();
  }

  private static String logIn(String agent) {
    return "{'command':'prepareSession','data':{'agent':{'id':'" + agent + "','password':'***'}}}";
  }

  private static String loggedIn(String session) {
    return json(
        "{'command':'prepareSession','result':'success','data':{'session':'" + session + "'}}");
  }

  private static String answer() {
    return "{'command':'conversation.answer','target':'s2.g.ch.i.c','data':{}}";
  }

  private static String answered() {
    return json(
        "{'command':'conversation.answer','target':'s2.g.ch.i.c','result':'success','data':{}}");
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
