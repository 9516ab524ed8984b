package io.github.switchhook.conformance.profile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JSON that a target wraps around each message of the protocol. Immutable; any thread may call
 * it.
 *
 * @param send the message as it goes out, with the placeholders {@code $message}, {@code $command},
 *     {@code $target}, {@code $data} and {@code $number}, which counts up from 1 on each connection
 * @param receive where the parts stand in what comes: {@code message} for the whole, any other
 *     property for itself
 * @param ignore marks of messages that are not of the protocol, such as a heartbeat: values by
 *     place, all of which must be there
 */
public record Envelope(
    JsonNode send, Map<String, JsonPointer> receive, List<Map<JsonPointer, String>> ignore) {
  static final Set<String> PLACEHOLDERS = Set.of("message", "command", "target", "data", "number");

  private static final String MESSAGE = "message";
  private static final String NUMBER = "number";

  /** The envelope that adds nothing: messages go out as they are. */
  public static final Envelope NONE =
      new Envelope(TextNode.valueOf("$message"), Map.of(MESSAGE, JsonPointer.empty()), List.of());

  public Envelope {
    receive = Map.copyOf(receive);
    ignore = List.copyOf(ignore);
  }

  /**
   * Wraps a message of the protocol. A message that is not an object can stand only in an envelope
   * that has a place for the whole message; elsewhere it is sent without an envelope.
   *
   * @param number how many were sent on this connection, itself included
   */
  public JsonNode wrap(JsonNode message, int number) {
    if (!message.isObject() && !Template.names(send).contains(MESSAGE)) {
      return message;
    }
    return Template.fill(
        send,
        name ->
            switch (name) {
              case MESSAGE -> message;
              case NUMBER -> IntNode.valueOf(number);
              default -> message.path(name);
            });
  }

  /**
   * Unwraps an incoming message, and the request in its {@code original} too. Returns JSON without
   * a message in it unchanged.
   */
  public JsonNode unwrap(JsonNode received) {
    JsonNode message = parts(received, receive);
    if (message instanceof ObjectNode response && response.path("original").isObject()) {
      JsonNode original = response.get("original");
      JsonNode request = unwrapSent(original);
      return request.has("command") || hasLettering(original)
          ? response.deepCopy().set("original", request)
          : response;
    }
    return message;
  }

  /** Takes the request out of what was sent. */
  public JsonNode unwrapSent(JsonNode message) {
    Map<String, JsonPointer> places = placesIn(send);
    boolean empty = places.values().stream().allMatch(at -> message.at(at).isMissingNode());
    return empty && hasLettering(message)
        ? JsonNodeFactory.instance.objectNode()
        : parts(message, places);
  }

  /** Wraps and unwraps a message; returns what survives the round trip. */
  public JsonNode carried(JsonNode message) {
    return message.isObject() ? unwrapSent(wrap(message, 1)) : message;
  }

  /** Tells whether the template has text of its own and the message has all of it. */
  private boolean hasLettering(JsonNode sent) {
    List<JsonPointer> fixed = new ArrayList<>();
    lettering(send, JsonPointer.empty(), fixed);
    return !fixed.isEmpty() && fixed.stream().allMatch(at -> sent.at(at).equals(send.at(at)));
  }

  private static void lettering(JsonNode template, JsonPointer at, List<JsonPointer> fixed) {
    if (template.isObject()) {
      template
          .properties()
          .forEach(each -> lettering(each.getValue(), at.appendProperty(each.getKey()), fixed));
    } else if (Template.names(template).isEmpty()) {
      fixed.add(at);
    }
  }

  /** Tells whether an incoming message is to be ignored, as it is not of the protocol. */
  public boolean ignores(JsonNode received) {
    return ignore.stream()
        .anyMatch(
            pattern ->
                pattern.entrySet().stream()
                    .allMatch(
                        entry -> received.at(entry.getKey()).asText().equals(entry.getValue())));
  }

  /** Returns where the placeholders stand in a template. */
  static Map<String, JsonPointer> placesIn(JsonNode template) {
    Map<String, JsonPointer> places = new LinkedHashMap<>();
    collect(template, JsonPointer.empty(), places);
    places.remove(NUMBER);
    return places;
  }

  private static void collect(JsonNode node, JsonPointer at, Map<String, JsonPointer> places) {
    if (node.isTextual() && node.textValue().startsWith("$")) {
      places.put(node.textValue().substring(1), at);
    } else if (node.isObject()) {
      node.properties()
          .forEach(entry -> collect(entry.getValue(), at.appendProperty(entry.getKey()), places));
    }
  }

  private static JsonNode parts(JsonNode whole, Map<String, JsonPointer> places) {
    JsonPointer at = places.get(MESSAGE);
    JsonNode base = at == null ? JsonNodeFactory.instance.objectNode() : whole.at(at);
    if (!base.isObject()) {
      return whole;
    }
    if (at != null && places.size() == 1) {
      return base;
    }
    ObjectNode message = base.deepCopy();
    places.forEach(
        (name, place) -> {
          if (!name.equals(MESSAGE) && !whole.at(place).isMissingNode()) {
            message.set(name, whole.at(place));
          }
        });
    return message.isEmpty() ? whole : message;
  }
}
