package io.github.switchhook.conformance.match;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.target.Dialect;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the scenarios call the objects that one agent was told of. A name keeps naming the last
 * object it named, also after that is gone.
 */
final class ObjectNames {
  private final Dialect dialect;
  private final Map<Alias, String> targets = new EnumMap<>(Alias.class);
  private final Set<String> gone = new HashSet<>();

  /** Knows of nothing yet. */
  ObjectNames(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Begins a session. */
  void session(String id) {
    targets.put(Alias.SESSION, id);
  }

  /** Returns the target of what the name names now, or named last. */
  Optional<String> target(Alias alias) {
    return Optional.ofNullable(targets.get(alias));
  }

  /** Returns what an object is called, the usual name first; empty if it has no name. */
  List<String> namesOf(String target) {
    List<String> names = new ArrayList<>();
    targets.forEach(
        (alias, known) -> {
          if (known.equals(target)) {
            names.add(alias.words());
          }
        });
    return names;
  }

  /** Returns the kind of object that a target names; empty if it has no name. */
  String kindOf(String target) {
    return targets.entrySet().stream()
        .filter(entry -> entry.getValue().equals(target))
        .map(entry -> entry.getKey().kind())
        .findFirst()
        .orElse("");
  }

  /** Returns the target in the short form, without the channel's group (PROTOCOL 1). */
  String shortForm(String target) {
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

  /** Tells whether a channel carries an interaction. */
  boolean carries(Alias channel) {
    return Alias.INTERACTIONS.stream()
        .flatMap(interaction -> target(interaction).stream())
        .anyMatch(target -> isParent(channel, target) && !gone.contains(target));
  }

  /** Takes in that an object was created. */
  void learn(String kind, String target, JsonNode data) {
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
    String type = data.at(dialect.pointer("channel", "type")).asText();
    if (type.equals(dialect.value("channel", "type", "Chat"))) {
      return Alias.CHAT_CHANNEL;
    }
    if (type.equals(dialect.value("channel", "type", "Email"))) {
      return Alias.EMAIL_CHANNEL;
    }
    return isCurrent(Alias.CHANNEL) ? Alias.ADDED_CHANNEL : Alias.CHANNEL;
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

  /** Takes in that an object is gone; what remains of two conversations is the original one. */
  void dispose(String target) {
    gone.add(target);
    String consult = targets.get(Alias.CONSULT);
    if (target.equals(targets.get(Alias.CONVERSATION))
        && consult != null
        && parent(consult).equals(parent(target))
        && !gone.contains(consult)) {
      targets.put(Alias.CONVERSATION, consult);
    }
  }

  static boolean grouped(String channel) {
    return channel.indexOf('.') != channel.lastIndexOf('.');
  }

  private static String parent(String target) {
    return target.substring(0, Math.max(0, target.lastIndexOf('.')));
  }

  static String id(String target) {
    return target.substring(target.lastIndexOf('.') + 1);
  }
}
