package io.github.switchhook.conformance.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.protocol.Columns;
import io.github.switchhook.conformance.protocol.Events;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.text.Excerpt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The objects that exist according to one agent's events. It learns ids from the created events and
 * gives the objects the names that the scenarios use. A name denotes the last object that had it,
 * also after that object has ended.
 */
public final class AgentView {
  /** The longest part of a value that is shown, in UTF-16 units. */
  private static final int SHOWN = 200;

  private final Dialect dialect;
  private final ObjectNames names;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, List<String>> actions = new HashMap<>();
  private final Map<String, Set<String>> members = new HashMap<>();
  private JsonNode callData = MissingNode.getInstance();

  /** Starts without objects. */
  public AgentView(Dialect dialect) {
    this.dialect = dialect;
    this.names = new ObjectNames(dialect);
  }

  /** Begins a session; what an earlier session had keeps its names until it is created again. */
  public void session(String id) {
    names.session(id);
  }

  /** Returns the target of what the name names now, or named last. */
  public Optional<String> target(ObjectRole role) {
    return names.target(role);
  }

  /** Returns what an object is called, the usual name first; empty if it has no name. */
  public List<String> namesOf(String target) {
    return names.namesOf(target);
  }

  /** Returns the last value that an object's state event gave in this column, as it came. */
  public Optional<String> value(ObjectRole role, String column) {
    return target(role).map(target -> values.get(target + " " + column));
  }

  /**
   * Returns the commands that an object allows, as its last state event gave them; empty if it gave
   * no list.
   */
  public Optional<List<String>> actions(ObjectRole role) {
    return target(role).map(actions::get);
  }

  /** Returns the target's word for one of PROTOCOL's. */
  public String spelled(ObjectRole role, String column, String value) {
    return dialect.value(role.kind(), column, value);
  }

  /**
   * Tells whether an object's last state event gave this value, which is one of PROTOCOL's; the
   * result is what is wrong, or empty. A target that does not report such values passes.
   */
  public Optional<String> isNot(ObjectRole role, String column, String value) {
    String wanted = spelled(role, column, value);
    return value(role, column)
        .filter(actual -> !actual.equals(wanted))
        .map(
            actual ->
                role.words() + ": " + column + " is " + shown(actual) + ", expected " + wanted);
  }

  private static String shown(String value) {
    return Escape.line(Excerpt.of(value, SHOWN));
  }

  /** Returns the target in the short form, without the channel's group (PROTOCOL 1). */
  public String shortForm(String target) {
    return names.shortForm(target);
  }

  /** Tells whether the agent's first channel stands in a group. */
  public boolean hasGroup() {
    return target(ObjectRole.CHANNEL).filter(ObjectNames::grouped).isPresent();
  }

  /** Takes in one event and returns it as the scenario sees it. */
  public ActualEvent apply(JsonNode event, boolean beforeResponse) {
    String name = event.path("name").asText().strip();
    String target = event.path("target").isTextual() ? event.path("target").textValue() : "";
    JsonNode data = event.path("data");
    if (name.endsWith(".created")) {
      names.learn(name.substring(0, name.length() - ".created".length()), target, data);
    }
    List<String> objects = names.namesOf(target);
    ActualEvent seen = new ActualEvent(name, objects, target, data, focus(data), beforeResponse);
    if (dialect.isStateEvent(name)) {
      remember(target, data);
    } else if (name.equals(Events.INTERACTION_ENDED)) {
      // PROTOCOL 3: no state event tells this state.
      values.put(target + " state", "ENDED");
    } else if (name.endsWith(".disposed")) {
      names.dispose(target);
      members.remove(ObjectNames.id(target));
    } else if (name.equals(Events.INTERACTION_DATACHANGED)) {
      callData = data.at(dialect.pointer("interaction", "data"));
    } else if (name.startsWith("conversation.member.")) {
      member(name, target, data);
    }
    return seen;
  }

  /** Returns the call data that were told last; a missing node before that. */
  public JsonNode callData() {
    return callData;
  }

  /** Tells whether a conversation of the agent that is up has this address as a member. */
  public boolean meets(String address) {
    return members.values().stream().anyMatch(addresses -> addresses.contains(address));
  }

  /** Tells whether a channel carries an interaction. */
  public boolean carries(ObjectRole channel) {
    return names.carries(channel);
  }

  private void member(String name, String target, JsonNode data) {
    Set<String> addresses =
        members.computeIfAbsent(ObjectNames.id(target), unknown -> new HashSet<>());
    String address = data.at(dialect.pointer("conversation", "member")).asText();
    if (name.endsWith(".added")) {
      addresses.add(address);
    } else {
      addresses.remove(address);
    }
  }

  private void remember(String target, JsonNode data) {
    String kind = names.kindOf(target);
    for (String column : Columns.STATES) {
      JsonNode value = data.at(dialect.pointer(kind, column));
      if (value.isValueNode()) {
        values.put(target + " " + column, value.asText());
      }
    }
    JsonNode allowed = data.at(dialect.pointer(kind, "actions"));
    if (allowed.isArray()) {
      List<String> commands = new ArrayList<>();
      allowed.forEach(command -> commands.add(command.asText()));
      actions.put(target, commands);
    } else {
      actions.remove(target);
    }
  }

  private Set<String> focus(JsonNode data) {
    JsonNode focus = data.at(dialect.pointer("interaction", "focus"));
    return focus.isTextual()
        ? Stream.of(ObjectRole.CONVERSATION, ObjectRole.CONSULT)
            .filter(
                role ->
                    target(role)
                        .filter(
                            target ->
                                ObjectNames.id(target).equals(ObjectNames.id(focus.textValue())))
                        .isPresent())
            .map(ObjectRole::words)
            .collect(Collectors.toSet())
        : Set.of();
  }
}
