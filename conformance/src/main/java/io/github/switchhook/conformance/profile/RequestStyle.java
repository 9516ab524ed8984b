package io.github.switchhook.conformance.profile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.switchhook.conformance.protocol.Commands;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A target's spelling of requests where no document prescribes one. Immutable; any thread may call
 * it.
 *
 * @param commands the target's name of each command that it names differently
 * @param properties where in a request's data a property stands, and the target's words for
 *     PROTOCOL's, by the name in {@link #PROPERTIES}
 */
public record RequestStyle(Map<String, String> commands, Map<String, Property> properties) {
  /**
   * The commands whose names no document spells; another vendor may have other names. Every other
   * name is documented and has to be kept.
   */
  static final Set<String> COMMANDS =
      Set.of(
          Commands.PREPARE_SESSION,
          Commands.SESSION_START,
          Commands.SESSION_LOGOUT,
          Commands.SESSION_ADD_CHANNEL,
          Commands.AGENT_LEG_CONNECT,
          Commands.AGENT_LEG_DISCONNECT,
          Commands.ADDRESS_BOOK,
          Commands.CHANNEL_ACTIVATE,
          Commands.CONVERSATION_SEND_DTMF);

  /** The properties of requests that no document spells: the command, and the place in its data. */
  static final Map<String, Place> PROPERTIES =
      Map.of(
          "model", new Place(Commands.PREPARE_SESSION, "/model"),
          "override", new Place(Commands.PREPARE_SESSION, "/override"),
          "agent.id", new Place(Commands.PREPARE_SESSION, "/agent/id"),
          "agent.password", new Place(Commands.PREPARE_SESSION, "/agent/password"),
          "extension", new Place(Commands.SESSION_START, "/extension"),
          "endpoint", new Place(Commands.SESSION_ADD_CHANNEL, "/channel/endpoint"),
          "type", new Place(Commands.SESSION_ADD_CHANNEL, "/channel/type"),
          "realtime", new Place(Commands.ADDRESS_BOOK, "/realtime"),
          "queue", new Place(Commands.CHANNEL_ACTIVATE, "/channeloptions/queue"),
          "digits", new Place(Commands.CONVERSATION_SEND_DTMF, "/digits"));

  /** The style that changes nothing: PROTOCOL as it stands. */
  static final RequestStyle PLAIN = new RequestStyle(Map.of(), Map.of());

  /**
   * The place at which PROTOCOL has a property.
   *
   * @param command the only command that has it
   * @param pointer its place in the command's data, as a JSON pointer
   */
  record Place(String command, String pointer) {
    JsonPointer at() {
      return JsonPointer.compile(pointer);
    }
  }

  /**
   * A target's place and values of a property.
   *
   * @param at its place in the command's data; empty where PROTOCOL has it
   * @param values the target's words for PROTOCOL's that differ
   */
  public record Property(Optional<JsonPointer> at, Map<String, String> values) {
    public Property {
      values = Map.copyOf(values);
    }
  }

  public RequestStyle {
    commands = Map.copyOf(commands);
    properties = Map.copyOf(properties);
  }

  /** Returns the target's name of a command. */
  public String command(String command) {
    return commands.getOrDefault(command, command);
  }

  /** Returns a request as the target spells it. Any other message is returned unchanged. */
  public JsonNode spell(JsonNode message) {
    String command = message.path("command").asText();
    if (!(message instanceof ObjectNode request) || (commands.isEmpty() && properties.isEmpty())) {
      return message;
    }
    ObjectNode spelled = request.deepCopy();
    if (commands.containsKey(command)) {
      spelled.put("command", command(command));
    }
    if (spelled.get("data") instanceof ObjectNode data) {
      move(command, data);
    }
    return spelled;
  }

  /** Returns PROTOCOL's name of a command, from the target's. */
  String plainCommand(String command) {
    return ours(commands, command);
  }

  /** Returns a request of the target's spelling as PROTOCOL spells it. */
  public JsonNode plain(JsonNode message) {
    if (!(message instanceof ObjectNode request) || !message.path("command").isTextual()) {
      return message;
    }
    ObjectNode plain = request.deepCopy();
    String command = plainCommand(message.path("command").asText().strip());
    plain.put("command", command);
    if (plain.get("data") instanceof ObjectNode data) {
      Map<JsonPointer, JsonNode> moved = new LinkedHashMap<>();
      properties.forEach(
          (name, property) -> {
            Place ours = PROPERTIES.getOrDefault(name, new Place("", ""));
            JsonPointer theirs = property.at().orElse(ours.at());
            JsonNode value = data.at(theirs);
            if (ours.command().equals(command) && !value.isMissingNode()) {
              remove(data, theirs);
              String word = ours(property.values(), value.asText());
              moved.put(ours.at(), word.equals(value.asText()) ? value : TextNode.valueOf(word));
            }
          });
      put(data, moved);
    }
    return plain;
  }

  /** Finds our word for one of the target's. */
  static String ours(Map<String, String> words, String theirs) {
    return words.entrySet().stream()
        .filter(word -> word.getValue().equals(theirs))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(theirs);
  }

  /** Takes all out before anything is put in, so that two properties can change places. */
  private void move(String command, ObjectNode data) {
    Map<JsonPointer, JsonNode> moved = new LinkedHashMap<>();
    properties.forEach(
        (name, property) -> {
          Place ours = PROPERTIES.getOrDefault(name, new Place("", ""));
          JsonNode value = data.at(ours.at());
          if (ours.command().equals(command) && !value.isMissingNode()) {
            remove(data, ours.at());
            moved.put(property.at().orElse(ours.at()), spelled(property, value));
          }
        });
    put(data, moved);
  }

  private static void put(ObjectNode data, Map<JsonPointer, JsonNode> moved) {
    moved.forEach((at, value) -> set(data, at, value));
  }

  /** Sets a value, in objects that are made where there are none. */
  static void set(ObjectNode data, JsonPointer at, JsonNode value) {
    data.withObject(at.head(), JsonNode.OverwriteMode.ALL, true)
        .set(at.last().getMatchingProperty(), value);
  }

  private static JsonNode spelled(Property property, JsonNode value) {
    String word = property.values().get(value.asText());
    return word == null ? value : TextNode.valueOf(word);
  }

  /** Removes a value, and the objects around it that are empty then. */
  private static void remove(ObjectNode data, JsonPointer at) {
    JsonPointer parent = at.head();
    if (data.at(parent) instanceof ObjectNode holder) {
      holder.remove(at.last().getMatchingProperty());
      if (holder.isEmpty() && !parent.matches()) {
        remove(data, parent);
      }
    }
  }
}
