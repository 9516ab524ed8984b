package io.github.switchhook.conformance.match;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.protocol.Json;
import java.util.Optional;

/**
 * A request that an agent sent, with the parts that its answer must repeat.
 *
 * @param label for people, such as {@code Alice sends channel.dial}
 * @param text the raw text; for a binary frame a description
 * @param original what {@code original} of a failure must equal; empty where nothing is promised
 */
public record Request(String label, String text, Optional<JsonNode> original) {
  /**
   * Describes a text frame: its JSON if it is JSON, else the text itself must be returned (PROTOCOL
   * 6).
   */
  public static Request ofText(String label, String text) {
    JsonNode parsed = Json.parse(text).orElseGet(() -> Json.object().textNode(text));
    return new Request(label, text, Optional.of(parsed));
  }

  /**
   * Returns a string property of the request that an answer must repeat; empty if it has none that
   * is worth repeating.
   */
  public Optional<String> property(String name) {
    return original
        .map(node -> node.path(name))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(text -> !text.isBlank());
  }

  /** Returns the request's data; a missing node if it has none. */
  JsonNode data() {
    return original.map(node -> node.path("data")).orElseGet(() -> Json.object().path("data"));
  }
}
