package io.github.switchhook.conformance.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.profile.Agent;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.scenario.RemoteParty;
import io.github.switchhook.conformance.session.AgentConnection;
import io.github.switchhook.conformance.session.Allowance;
import io.github.switchhook.conformance.session.BoundedConnection;
import io.github.switchhook.conformance.session.EnvelopedConnection;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.wire.Wire;
import io.github.switchhook.conformance.wire.WireLog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The agents that take part in one scenario. An agent joins, and is connected, when first named.
 * Used by the kit's thread alone.
 */
public final class TestAgents {
  private final RunContext run;
  private final WireLog log;
  private final FindingRecorder recorder;
  private final Allowance allowance;
  private final Map<String, TestAgent> testAgents = new LinkedHashMap<>();

  TestAgents(RunContext run, WireLog log, FindingRecorder recorder, Allowance allowance) {
    this.allowance = allowance;
    this.run = run;
    this.log = log;
    this.recorder = recorder;
  }

  /** Returns the one of that name, such as {@code Alice}. */
  TestAgent called(String name) {
    return Optional.ofNullable(testAgents.get(name)).orElseGet(() -> connect(name));
  }

  /** Returns the target's agent for a name, whether it is connected or not. */
  Agent agent(String name) {
    return run.target()
        .agent(AgentNames.ALL.indexOf(name))
        .orElseThrow(
            () -> recorder.stop(Verdict.NOT_SUPPORTED, "the target has no agent to play " + name));
  }

  private TestAgent connect(String name) {
    TestAgent joined =
        new TestAgent(
            name, agent(name), run.target().dialect(), open(name), recorder::remark, allowance);
    testAgents.put(name, joined);
    return joined;
  }

  /** Returns the agents that take part, in the order in which they joined. */
  List<TestAgent> all() {
    return List.copyOf(testAgents.values());
  }

  void forEach(Consumer<TestAgent> action) {
    testAgents.values().forEach(action);
  }

  void forEachLine(Consumer<AgentConnection> action) {
    forEach(testAgent -> testAgent.lines().forEach(action));
  }

  boolean isEmpty() {
    return testAgents.isEmpty();
  }

  /** Records which party a successful command brings to the other end. */
  static void noteParty(TestAgent testAgent, String command, JsonNode data) {
    RemoteParty party =
        switch (command) {
          case Commands.CHANNEL_DIAL -> RemoteParty.FAR_END;
          case Commands.INTERACTION_CONSULT -> RemoteParty.CONSULTED;
          case Commands.CONVERSATION_BLIND_CONFERENCE -> RemoteParty.THIRD;
          default -> null;
        };
    if (party != null) {
      testAgent.meets(party, data.path("destination").asText());
    }
  }

  /** Returns the first agent with a party in this place. */
  TestAgent whoMeets(RemoteParty party) {
    return testAgents.values().stream()
        .filter(testAgent -> testAgent.address(party).isPresent())
        .findFirst()
        .orElseThrow(() -> recorder.impossible("the " + party.words() + " is in no call"));
  }

  /** Opens one more connection for an agent. */
  public AgentConnection openAnother(TestAgent testAgent) {
    return testAgent.addLine(open(testAgent.name()), recorder::remark);
  }

  private EnvelopedConnection open(String name) {
    allowance.requireTime();
    try {
      return new EnvelopedConnection(
          new BoundedConnection(run.wire().connect(name, log), allowance), run.target());
    } catch (Wire.UnreachableException e) {
      run.loginFailed();
      throw recorder.stop(
          new LoginFailure(
              LoginFailure.LoginStep.WEBSOCKET, String.valueOf(e.getMessage()), e.lookAt()));
    }
  }
}
