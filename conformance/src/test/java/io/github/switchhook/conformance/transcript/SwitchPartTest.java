package io.github.switchhook.conformance.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.transcript.SwitchPart.Delivery;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The switch's side of a recording, played without a socket and on a clock that is told. */
class SwitchPartTest {
  private static final int ALICE = 1;
  private static final int BOB = 2;
  private static final String DIAL =
      "{'command':'channel.dial','target':'s1.g.ch','data':{'destination':'7002'}}";
  private static final String DIALLED =
      "{'command':'channel.dial','target':'s1.g.ch','result':'success','data':{'destination':'7002'}}";
  private static final String RINGS =
      "{'name':'interaction.created','target':'s2.g.ch.i','data':{}}";

  private final List<WireLine> recorded = new ArrayList<>();

  @Test
  void answersAndWaitsForWhatCausesAnEvent() {
    recordCall();
    SwitchPart part = new SwitchPart(new Transcript(recorded, false), Pace.AT_ONCE);

    assertThat(hear(part, BOB, logIn("bob"))).containsExactly(loggedIn("s2"));
    assertThat(part.isPlayed()).isFalse();
    assertThat(part.awaited())
        .containsExactly("alice to send prepareSession", "bob to send conversation.answer");
    assertThat(hear(part, ALICE, logIn("alice"))).startsWith(loggedIn("s1"));
    assertThat(hear(part, ALICE, DIAL)).containsExactly(json(DIALLED), json(RINGS));
    assertThat(hear(part, BOB, answer())).containsExactly(answered());
    assertThat(part.isPlayed()).isTrue();
    assertThat(part.divergence()).isEmpty();
  }

  @Test
  void letsAsMuchTimePassAsInTheRecording() {
    recordCall();
    SwitchPart part = new SwitchPart(new Transcript(recorded, false), Pace.RECORDED);

    part.heard(ALICE, json(logIn("alice")), 1_000_000);
    assertThat(part.nextDue()).hasValue(1_000_100);
    assertThat(part.due(1_000_099)).isEmpty();
    assertThat(part.due(1_000_100)).hasSize(1);
    assertThat(part.nextDue()).as("the event 900 later").hasValue(1_001_000);
    assertThat(part.due(9_000_000)).hasSize(1);
  }

  @Test
  void saysWhereTheDesktopDoesSomethingElse() {
    recordCall();
    SwitchPart part = new SwitchPart(new Transcript(recorded, false), Pace.AT_ONCE);
    hear(part, ALICE, logIn("alice"));

    List<String> answers = hear(part, ALICE, DIAL.replace("7002", "7003"));

    assertThat(answers).hasSize(1);
    assertThat(answers.get(0))
        .contains("\"result\":\"failure\"", "request 2 of alice", "\"original\":{\"command\"");
    assertThat(part.divergence()).isPresent();
    assertThat(part.divergence().get().text())
        .startsWith("first divergence: request 2 of alice\n  expected  " + json(DIAL))
        .endsWith("    data.destination: expected \"7002\", got \"7003\"");
    assertThat(hear(part, ALICE, DIAL).get(0)).as("it stays left").contains("failure");
    assertThat(part.isPlayed()).isFalse();
  }

  @Test
  void takesAnyPasswordAndEitherFormOfATargetAndRepeatsThem() {
    recordCall();
    record(ALICE, Direction.OUT, "{'command':'channel.x','target':'s1.g.ch','data':{'pin':'***'}}");
    record(
        ALICE,
        Direction.IN,
        "{'command':'channel.x','target':'s1.g.ch','result':'failure','failure':{},'original':{}}");
    SwitchPart part = new SwitchPart(new Transcript(recorded, false), Pace.AT_ONCE);

    hear(part, ALICE, logIn("alice").replace("***", "geheim"));
    assertThat(hear(part, ALICE, DIAL.replace(".g.", ".")).get(0))
        .isEqualTo(json(DIALLED.replace(".g.", ".")));
    String mine = "{'command':'channel.x','target':'s1.ch','data':{'pin':'1'}}";
    assertThat(hear(part, ALICE, mine).get(0))
        .contains("\"target\":\"s1.ch\"", "\"original\":" + json(mine));
    assertThat(part.divergence()).isEmpty();
  }

  @Test
  void noticesADesktopThatLeavesAndOneThatIsTooMuch() {
    recordCall();
    SwitchPart part = new SwitchPart(new Transcript(recorded, false), Pace.AT_ONCE);
    hear(part, ALICE, logIn("alice"));
    part.gone(ALICE);
    assertThat(part.divergence().orElseThrow().text())
        .contains("got       the connection was closed");

    SwitchPart other = new SwitchPart(new Transcript(recorded, false), Pace.AT_ONCE);
    hear(other, ALICE, logIn("alice"));
    hear(other, BOB, logIn("bob"));
    hear(other, 3, logIn("carol"));
    assertThat(other.divergence().orElseThrow().text())
        .contains("of a desktop more", "no further desktop");
  }

  @Test
  void answersTheKitsQuestionWhetherMoreFollows() {
    recordCall();
    record(ALICE, Direction.OUT, "{'command':'switchhook.barrier','target':'s1','data':{}}");
    SwitchPart part = new SwitchPart(new Transcript(recorded, false), Pace.AT_ONCE);
    part.heard(ALICE, json(logIn("alice")), 0);

    List<Delivery> told =
        part.heard(ALICE, json("{'command':'switchhook.barrier','target':'s1','data':{}}"), 0);

    assertThat(told).last().extracting(Delivery::text).asString().contains("unknown-command");
    assertThat(told).as("what was due comes before").hasSize(3);
    assertThat(part.divergence()).isEmpty();
  }

  private void recordCall() {
    record(ALICE, Direction.OPEN, "ws://127.0.0.1/agent");
    record(ALICE, Direction.OUT, logIn("alice"));
    record(ALICE, Direction.IN, loggedIn("s1"));
    recorded.add(
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

  /** Every line comes 100 microseconds after the one before. */
  private void record(int connection, Direction direction, String text) {
    recorded.add(
        new WireLine(
            100L * recorded.size(),
            direction,
            connection == ALICE ? "alice" : "bob",
            connection,
            json(text)));
  }

  private static List<String> hear(SwitchPart part, int connection, String text) {
    List<Delivery> all = new ArrayList<>(part.heard(connection, json(text), 5));
    all.addAll(part.due(5));
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
