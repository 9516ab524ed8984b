package io.github.switchhook.conformance.match;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.target.Dialect;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one agent's events say exists. It learns ids from the created events and gives the objects
 * the names that the scenarios use. A name keeps naming the last object it named, also after that
 * is gone.
 */
public final class AgentView {
  private static final List<String> REMEMBERED = List.of("state", "muted", "recording", "busy");

  private final Dialect dialect;
  private final Map<Alias, String> targets = new EnumMap<>(Alias.class);
  private final Set<String> gone = new HashSet<>();
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Set<String>> members = new HashMap<>();

  /** Knows of nothing yet. */
  public AgentView(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Begins a session; what an earlier session had keeps its names until it is created again. */
  public void session(String id) {
    targets.put(Alias.SESSION, id);
  }

  /** Returns the target of what the name names now, or named last. */
  public Optional<String> target(Alias alias) {
    return Optional.ofNullable(targets.get(alias));
  }

  /** Returns the last value that an object's state event gave in this column, as it came. */
  public Optional<String> value(Alias alias, String column) {
    return target(alias).map(target -> values.get(target + " " + column));
  }

  /** Returns the target's word for one of PROTOCOL's. */
  public String spelled(Alias alias, String column, String value) {
    return dialect.value(alias.kind(), column, value);
  }

  /**
   * Tells whether an object's last state event gave this value, which is one of PROTOCOL's; the
   * result is what is wrong, or empty. A target that reports no such thing is believed.
   */
  public Optional<String> isNot(Alias alias, String column, String value) {
    String wanted = spelled(alias, column, value);
    return value(alias, column)
        .filter(actual -> !actual.equals(wanted))
        .map(actual -> alias.words() + ": " + column + " is " + actual + ", expected " + wanted);
  }

  /** Returns the target in the short form, without the channel's group (PROTOCOL 1). */
  public String shortForm(String target) {
    for (Alias alias : Alias.CHANNELS) {
      String channel = targets.get(alias);
      if (channel != null
          && grouped(channel)
          && (target.equals(channel) || target.startsWith(channel + "."))) {
        String session = channel.substring(0, channel.indexOf('.'));
        return session
            + channel.substring(channel.lastIndexOf('.'))
            + target.substring(channel.length());
      }
    }
    return target;
  }

  /** Tells whether the agent's first channel stands in a group. */
  public boolean hasGroup() {
    return target(Alias.CHANNEL).filter(AgentView::grouped).isPresent();
  }

  /** Takes in one event and returns it as the scenario sees it. */
  public ActualEvent apply(JsonNode event, boolean beforeResponse) {
    String name = event.path("name").asText().strip();
    String target = event.path("target").isTextual() ? event.path("target").textValue() : "";
    JsonNode data = event.path("data");
    if (name.endsWith(".created")) {
      learn(name.substring(0, name.length() - ".created".length()), target, data);
    }
    List<String> names = namesOf(target);
    ActualEvent seen = new ActualEvent(name, names, target, data, focus(data), beforeResponse);
    if (dialect.isStateEvent(name)) {
      remember(target, data);
    } else if (name.equals("interaction.ended")) {
      // PROTOCOL 3: no state event tells this state.
      values.put(target + " state", "ENDED");
    } else if (name.endsWith(".disposed")) {
      dispose(target);
    } else if (name.startsWith("conversation.member.")) {
      member(name, target, data);
    }
    return seen;
  }

  /** Tells whether a conversation of the agent that is up has this address as a member. */
  public boolean meets(String address) {
    return members.values().stream().anyMatch(addresses -> addresses.contains(address));
  }

  /** Tells whether a channel carries an interaction. */
  public boolean carries(Alias channel) {
    return Alias.INTERACTIONS.stream()
        .flatMap(interaction -> target(interaction).stream())
        .anyMatch(target -> isParent(channel, target) && !gone.contains(target));
  }

  private void learn(String kind, String target, JsonNode data) {
    List<Alias> sameId =
        targets.entrySet().stream()
            .filter(
                entry ->
                    entry.getKey().kind().equals(kind) && id(entry.getValue()).equals(id(target)))
            .map(Map.Entry::getKey)
            .toList();
    switch (kind) {
      case "channel" -> {
        int depth = (int) target.chars().filter(c -> c == '.').count();
        if (target.startsWith(targets.get(Alias.SESSION) + ".") && (depth == 1 || depth == 2)) {
          name(target, sameId, channel(data));
        }
      }
      case "interaction" -> {
        if (Alias.CHANNELS.stream().anyMatch(channel -> isParent(channel, target))) {
          if (sameId.isEmpty()) {
            stepAside(target);
          }
          name(target, sameId, Alias.INTERACTION);
        }
      }
      case "conversation" -> {
        if (Alias.INTERACTIONS.stream().anyMatch(interaction -> isParent(interaction, target))) {
          name(target, sameId, originalIsUp(target) ? Alias.CONSULT : Alias.CONVERSATION);
        }
      }
      default -> {
        // No other kind of object is created.
      }
    }
  }

  /** An object that is told again, because its session was taken over, keeps its name. */
  private void name(String target, List<Alias> sameId, Alias otherwise) {
    (sameId.isEmpty() ? List.of(otherwise) : sameId).forEach(alias -> targets.put(alias, target));
  }

  /**
   * Names a new channel by the type that it tells (PROTOCOL 3); one of another type, or of none, is
   * the first one or was added.
   */
  private Alias channel(JsonNode data) {
    return switch (data.at(dialect.pointer("channel", "type")).asText()) {
      case "Chat" -> Alias.CHAT_CHANNEL;
      case "Email" -> Alias.EMAIL_CHANNEL;
      default -> isCurrent(Alias.CHANNEL) ? Alias.ADDED_CHANNEL : Alias.CHANNEL;
    };
  }

  /** What is called the interaction becomes the other one when one begins on another channel. */
  private void stepAside(String begun) {
    target(Alias.INTERACTION)
        .filter(last -> !parent(last).equals(parent(begun)))
        .ifPresent(last -> targets.put(Alias.OTHER_INTERACTION, last));
  }

  private boolean isCurrent(Alias alias) {
    return target(alias)
        .filter(target -> target.startsWith(targets.get(Alias.SESSION) + "."))
        .isPresent();
  }

  private boolean isParent(Alias alias, String target) {
    String parent = targets.get(alias);
    return parent != null
        && target.startsWith(parent + ".")
        && target.indexOf('.', parent.length() + 1) < 0
        && target.length() > parent.length() + 1;
  }

  private boolean originalIsUp(String sibling) {
    return target(Alias.CONVERSATION)
        .filter(target -> parent(target).equals(parent(sibling)) && !gone.contains(target))
        .isPresent();
  }

  private void member(String name, String target, JsonNode data) {
    Set<String> addresses = members.computeIfAbsent(id(target), unknown -> new HashSet<>());
    String address = data.at(dialect.pointer("conversation", "member")).asText();
    if (name.endsWith(".added")) {
      addresses.add(address);
    } else {
      addresses.remove(address);
    }
  }

  private void dispose(String target) {
    gone.add(target);
    members.remove(id(target));
    String consult = targets.get(Alias.CONSULT);
    if (target.equals(targets.get(Alias.CONVERSATION))
        && consult != null
        && parent(consult).equals(parent(target))
        && !gone.contains(consult)) {
      targets.put(Alias.CONVERSATION, consult);
    }
  }

  private void remember(String target, JsonNode data) {
    String kind =
        targets.entrySet().stream()
            .filter(entry -> entry.getValue().equals(target))
            .map(entry -> entry.getKey().kind())
            .findFirst()
            .orElse("");
    for (String column : REMEMBERED) {
      JsonNode value = data.at(dialect.pointer(kind, column));
      if (value.isValueNode()) {
        values.put(target + " " + column, value.asText());
      }
    }
  }

  /** Returns what an object is called, the usual name first; empty if it has no name. */
  public List<String> namesOf(String target) {
    List<String> names = new ArrayList<>();
    targets.forEach(
        (alias, known) -> {
          if (known.equals(target)) {
            names.add(alias.words());
          }
        });
    return names;
  }

  private Set<String> focus(JsonNode data) {
    JsonNode focus = data.at(dialect.pointer("interaction", "focus"));
    return focus.isTextual()
        ? Stream.of(Alias.CONVERSATION, Alias.CONSULT)
            .filter(
                alias ->
                    target(alias)
                        .filter(target -> id(target).equals(id(focus.textValue())))
                        .isPresent())
            .map(Alias::words)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static boolean grouped(String channel) {
    return channel.indexOf('.') != channel.lastIndexOf('.');
  }

  private static String parent(String target) {
    return target.substring(0, Math.max(0, target.lastIndexOf('.')));
  }

  private static String id(String target) {
    return target.substring(target.lastIndexOf('.') + 1);
  }
}
