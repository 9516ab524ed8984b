package io.github.switchhook.conformance.match;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.protocol.ObjectRole;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The scenarios' names of the objects that one agent's events reported. A name denotes the last
 * object that had it, also after that object has ended.
 */
final class ObjectNames {
  private final Dialect dialect;
  private final Map<ObjectRole, String> targets = new EnumMap<>(ObjectRole.class);
  private final Set<String> gone = new HashSet<>();

  /** Starts without names. */
  ObjectNames(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Forgets all names and names this session. */
  void session(String id) {
    targets.put(ObjectRole.SESSION, id);
  }

  /** Returns the target of what the name names now, or named last. */
  Optional<String> target(ObjectRole role) {
    return Optional.ofNullable(targets.get(role));
  }

  /** Returns what an object is called, the usual name first; empty if it has no name. */
  List<String> namesOf(String target) {
    List<String> names = new ArrayList<>();
    targets.forEach(
        (role, known) -> {
          if (known.equals(target)) {
            names.add(role.words());
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
    for (ObjectRole role : ObjectRole.CHANNELS) {
      String channel = targets.get(role);
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
  boolean carries(ObjectRole channel) {
    return ObjectRole.INTERACTIONS.stream()
        .flatMap(interaction -> target(interaction).stream())
        .anyMatch(target -> isParent(channel, target) && !gone.contains(target));
  }

  /** Takes in that an object was created. */
  void learn(String kind, String target, JsonNode data) {
    List<ObjectRole> sameId =
        targets.entrySet().stream()
            .filter(
                entry ->
                    entry.getKey().kind().equals(kind)
                        && path(entry.getValue()).equals(path(target)))
            .map(Map.Entry::getKey)
            .toList();
    switch (kind) {
      case "channel" -> {
        int depth = (int) target.chars().filter(c -> c == '.').count();
        if (target.startsWith(targets.get(ObjectRole.SESSION) + ".")
            && (depth == 1 || depth == 2)) {
          name(target, sameId, channel(data));
        }
      }
      case "interaction" -> {
        if (ObjectRole.CHANNELS.stream().anyMatch(channel -> isParent(channel, target))) {
          if (sameId.isEmpty()) {
            stepAside(target);
          }
          name(target, sameId, ObjectRole.INTERACTION);
        }
      }
      case "conversation" -> {
        if (ObjectRole.INTERACTIONS.stream()
            .anyMatch(interaction -> isParent(interaction, target))) {
          name(target, sameId, originalIsUp(target) ? ObjectRole.CONSULT : ObjectRole.CONVERSATION);
        }
      }
      default -> {
        // No other kind of object is created.
      }
    }
  }

  /** Names an object; one reported again, because its session was taken over, keeps its name. */
  private void name(String target, List<ObjectRole> sameId, ObjectRole otherwise) {
    (sameId.isEmpty() ? List.of(otherwise) : sameId).forEach(role -> targets.put(role, target));
  }

  /**
   * Names a new channel by the type that it tells (PROTOCOL 3); one of another type, or of none, is
   * the first one or was added.
   */
  private ObjectRole channel(JsonNode data) {
    String type = data.at(dialect.pointer("channel", "type")).asText();
    if (type.equals(dialect.value("channel", "type", "Chat"))) {
      return ObjectRole.CHAT_CHANNEL;
    }
    if (type.equals(dialect.value("channel", "type", "Email"))) {
      return ObjectRole.EMAIL_CHANNEL;
    }
    return isCurrent(ObjectRole.CHANNEL) ? ObjectRole.ADDED_CHANNEL : ObjectRole.CHANNEL;
  }

  /**
   * Renames the present interaction to the other one if an interaction has begun on another
   * channel.
   */
  private void stepAside(String begun) {
    target(ObjectRole.INTERACTION)
        .filter(last -> !parent(last).equals(parent(begun)))
        .ifPresent(last -> targets.put(ObjectRole.OTHER_INTERACTION, last));
  }

  private boolean isCurrent(ObjectRole role) {
    return target(role)
        .filter(target -> target.startsWith(targets.get(ObjectRole.SESSION) + "."))
        .isPresent();
  }

  private boolean isParent(ObjectRole role, String target) {
    String parent = targets.get(role);
    return parent != null
        && target.startsWith(parent + ".")
        && target.indexOf('.', parent.length() + 1) < 0
        && target.length() > parent.length() + 1;
  }

  private boolean originalIsUp(String sibling) {
    return target(ObjectRole.CONVERSATION)
        .filter(target -> parent(target).equals(parent(sibling)) && !gone.contains(target))
        .isPresent();
  }

  /** Takes in that an object is gone; what remains of two conversations is the original one. */
  void dispose(String target) {
    gone.add(target);
    String consult = targets.get(ObjectRole.CONSULT);
    if (target.equals(targets.get(ObjectRole.CONVERSATION))
        && consult != null
        && parent(consult).equals(parent(target))
        && !gone.contains(consult)) {
      targets.put(ObjectRole.CONVERSATION, consult);
    }
  }

  static boolean grouped(String channel) {
    return channel.indexOf('.') != channel.lastIndexOf('.');
  }

  private static String parent(String target) {
    return target.substring(0, Math.max(0, target.lastIndexOf('.')));
  }

  /** Returns the part of a target that stays when the session is taken over (PROTOCOL 2). */
  private static String path(String target) {
    return target.substring(target.indexOf('.') + 1);
  }

  static String id(String target) {
    return target.substring(target.lastIndexOf('.') + 1);
  }
}
