package io.github.switchhook.conformance.transcript.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.scenario.ExpectedEvents;
import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.scenario.ScenarioStep;
import io.github.switchhook.conformance.transcript.Transcript;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The party that acted outside, where a transcript says it late, or not at all. */
class TranscriptConverterTest {
  private static final int SOON = 20;
  private static final int LATE = 900;

  private final List<WireLine> lines = new ArrayList<>();
  private long micros;

  @Test
  void aNotedCallIsOneCallHoweverLateItsEventsCome() {
    logsIn("alice", "7001");
    wait(LATE);
    acts("{'act':'call','from':'5559000','to':'7001'}");
    wait(LATE);
    isOffered("alice", "1", "5559000");

    assertThat(titles()).containsExactly("customer 5559000 calls alice");
    assertThat(eventsOf(0)).isEqualTo(5);
  }

  @Test
  void aNotedActOfAFarEndIsOneActHoweverLateItsEventsCome() {
    logsIn("alice", "7001");
    acts("{'act':'call','from':'5559000','to':'7001'}");
    isOffered("alice", "1", "5559000");
    wait(LATE);
    acts("{'act':'hangup','agent':'7001','address':'5559000'}");
    wait(LATE);
    gets("alice", "{'name':'state.updated','target':'s.7001.i1.v','data':{'state':'NULL'}}");

    assertThat(titles()).containsExactly("customer 5559000 calls alice", "far end hangs up");
  }

  @Test
  void anInboundCallWithoutNoteIsACustomersHoweverSoonItComes() {
    logsIn("alice", "7001");
    wait(SOON);
    isOffered("alice", "1", "5559000");

    assertThat(titles()).as("after logging in").containsExactly("customer 5559000 calls alice");
    assertThat(eventsOf(0)).as("with what its channel tells first").isEqualTo(5);
  }

  @Test
  void anInboundCallWithoutNoteIsNoEffectOfAnAgentsCommand() {
    logsIn("alice", "7001");
    logsIn("bob", "7002");
    asks("bob", "{'command':'channel.setpref','target':'s.7002','data':{}}");
    wait(SOON);
    isOffered("alice", "1", "5559000");

    assertThat(titles())
        .containsExactly("bob sends channel.setpref", "customer 5559000 calls alice");
  }

  @Test
  void anAgentThatCallsAnotherIsNotACustomer() {
    logsIn("alice", "7001");
    logsIn("bob", "7002");
    asks("alice", "{'command':'channel.dial','target':'s.7001','data':{'destination':'7002'}}");
    wait(LATE);
    isOffered("bob", "1", "7001");

    assertThat(titles()).containsExactly("alice sends channel.dial");
  }

  @Test
  void aCallerThatIsPassedOnDoesNotCallAgain() {
    logsIn("alice", "7001");
    logsIn("bob", "7002");
    acts("{'act':'call','from':'5559000','to':'7001'}");
    isOffered("alice", "1", "5559000");
    asks("alice", "{'command':'conversation.release','target':'s.7001.i1.v','data':{}}");
    gets("alice", "{'name':'state.updated','target':'s.7001.i1.v','data':{'state':'NULL'}}");
    gets("alice", "{'name':'conversation.disposed','target':'s.7001.i1.v','data':{}}");
    wait(LATE);
    isOffered("bob", "2", "5559000");

    assertThat(titles())
        .containsExactly("customer 5559000 calls alice", "alice sends conversation.release");
  }

  @Test
  void aCallerThatCallsAgainLaterIsNew() {
    logsIn("alice", "7001");
    isOffered("alice", "1", "5559000");
    gets("alice", "{'name':'conversation.disposed','target':'s.7001.i1.v','data':{}}");
    asks("alice", "{'command':'interaction.complete','target':'s.7001.i1','data':{}}");
    wait(LATE);
    isOffered("alice", "2", "5559000");

    assertThat(titles())
        .containsExactly(
            "customer 5559000 calls alice",
            "alice sends interaction.complete",
            "customer 5559000 calls alice");
  }

  private List<String> titles() {
    return scenario().steps().stream().map(ScenarioStep::title).toList();
  }

  private int eventsOf(int step) {
    return scenario().steps().get(step).sees().get("alice")
            instanceof ExpectedEvents.Exactly exactly
        ? exactly.events().size()
        : -1;
  }

  private ScenarioFile scenario() {
    return TranscriptConverter.toScenario(new Transcript(lines, false), "a call", "t.jsonl");
  }

  private void logsIn(String agent, String extension) {
    asks(agent, "{'command':'prepareSession','data':{'agent':{'id':'" + agent + "'}}}");
    asks(agent, "{'command':'session.start','target':'s','data':{}}");
    gets(
        agent,
        "{'name':'channel.created','target':'s."
            + extension
            + "','data':{'endpoint':'"
            + extension
            + "','type':'Telephony'}}");
    asks(agent, "{'command':'channel.activate','target':'s." + extension + "','data':{}}");
  }

  private void isOffered(String agent, String id, String caller) {
    String channel = agent.equals("alice") ? "s.7001" : "s.7002";
    String interaction = channel + ".i" + id;
    String conversation = interaction + ".v";
    gets(agent, "{'name':'channel.infochanged','target':'" + channel + "','data':{'busy':true}}");
    gets(agent, "{'name':'state.updated','target':'" + channel + "','data':{'busy':true}}");
    gets(
        agent,
        "{'name':'interaction.created','target':'"
            + interaction
            + "','data':{'direction':'inbound'}}");
    gets(agent, "{'name':'conversation.created','target':'" + conversation + "','data':{}}");
    gets(
        agent,
        "{'name':'conversation.member.added','target':'"
            + conversation
            + "','data':{'member':{'id':'m','address':'"
            + caller
            + "'}}}");
  }

  /** Adds a request of an agent and its answer. */
  private void asks(String agent, String request) {
    add(Direction.OUT, agent, request);
    gets(agent, "{'result':'success','data':{'session':'s'}}");
  }

  private void gets(String agent, String message) {
    add(Direction.IN, agent, message);
  }

  private void acts(String act) {
    add(Direction.ACT, "", act);
  }

  private void wait(int millis) {
    micros += millis * 1_000L;
  }

  private void add(Direction direction, String agent, String text) {
    micros += 1_000;
    int connection = agent.isEmpty() ? 0 : agent.equals("alice") ? 1 : 2;
    lines.add(new WireLine(micros, direction, agent, connection, text.replace('\'', '"')));
  }
}
