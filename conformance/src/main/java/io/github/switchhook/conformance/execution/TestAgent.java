package io.github.switchhook.conformance.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.match.AgentView;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.profile.Agent;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.scenario.AgentStage;
import io.github.switchhook.conformance.scenario.RemoteParty;
import io.github.switchhook.conformance.session.AgentConnection;
import io.github.switchhook.conformance.session.Allowance;
import io.github.switchhook.conformance.session.EnvelopedConnection;
import io.github.switchhook.conformance.session.MessageClassifier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An agent in a scenario: its connections, the events of this step, and the parties at the other
 * end of its calls.
 */
public final class TestAgent {
  private final String name;
  private final Agent agent;
  private final AgentView view;
  private final Allowance allowance;
  private final List<AgentConnection> lines = new ArrayList<>();
  private final Map<RemoteParty, String> parties = new EnumMap<>(RemoteParty.class);
  private List<ActualEvent> events = new ArrayList<>();
  private AgentConnection line;
  private AgentStage stage = AgentStage.CONNECTED;
  private boolean shortTargets;

  TestAgent(
      String name,
      Agent agent,
      Dialect dialect,
      EnvelopedConnection connection,
      Consumer<Deviation> remarks,
      Allowance allowance) {
    this.name = name;
    this.allowance = allowance;
    this.agent = agent;
    this.view = new AgentView(dialect);
    this.line = addLine(connection, remarks);
  }

  String name() {
    return name;
  }

  public Agent agent() {
    return agent;
  }

  public AgentView view() {
    return view;
  }

  /** Returns the connection that the agent uses now. */
  public AgentConnection line() {
    return line;
  }

  /** Returns every connection of the agent, oldest first. */
  public List<AgentConnection> lines() {
    return List.copyOf(lines);
  }

  AgentConnection addLine(EnvelopedConnection connection, Consumer<Deviation> remarks) {
    AgentConnection added =
        new AgentConnection(
            connection,
            new MessageClassifier(view::apply, event -> events.add(event), remarks),
            allowance);
    lines.add(added);
    return added;
  }

  /**
   * Notes that a session was prepared on a connection, which the agent uses from now on; the target
   * may close the other one.
   *
   * @param session where the target named the session
   * @return whether it did
   */
  public boolean prepared(AgentConnection on, JsonNode session) {
    if (on != line) {
      line.acceptClose();
      line = on;
    }
    if (!session.isTextual()) {
      return false;
    }
    on.prepared(session.textValue());
    view.session(session.textValue());
    return true;
  }

  public AgentStage stage() {
    return stage;
  }

  void reached(AgentStage reached) {
    stage = reached;
  }

  public void writesShortTargets(boolean shortForm) {
    shortTargets = shortForm;
  }

  /** Returns an object's target as this agent writes it. */
  public Optional<String> written(ObjectRole role) {
    return view.target(role).map(target -> shortTargets ? view.shortForm(target) : target);
  }

  void meets(RemoteParty party, String address) {
    parties.put(party, address);
  }

  Optional<String> address(RemoteParty party) {
    return Optional.ofNullable(parties.get(party));
  }

  /** Tells whether an event of that name is among those that were not taken yet. */
  boolean hasSeen(String event) {
    return events.stream().anyMatch(seen -> seen.name().equals(event));
  }

  /** Returns the events since this was last called. */
  public List<ActualEvent> takeEvents() {
    List<ActualEvent> taken = events;
    events = new ArrayList<>();
    return taken;
  }
}
