package io.github.switchhook.conformance.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.protocol.Json;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Replaces the ids that one agent sees by names that two transcripts share: {@code interaction1} is
 * the first interaction created in each. Free texts and secrets are blanked. Not thread-safe.
 */
final class IdNormalizer {
  /** The properties that a switch may word as it likes, and those that are redacted. */
  private static final Set<String> BLANKED = Set.of("message", "context", "password");

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /** Learns the ids of a message and returns it with names in their place. */
  JsonNode named(JsonNode message) {
    learn(message);
    return named("", message);
  }

  private void learn(JsonNode message) {
    learn("session", message.path("data").path("session").asText());
    String event = message.path("name").asText();
    if (event.endsWith(".created")) {
      String[] path = message.path("target").asText().split("\\.", -1);
      String kind = event.substring(0, event.length() - ".created".length());
      learn(kind.substring(kind.lastIndexOf('.') + 1), path[path.length - 1]);
      if (kind.equals("channel") && path.length == 3) {
        learn("group", path[1]);
      }
    }
    // An interaction tells its focus before that conversation is created.
    learn("conversation", message.path("data").path("focus").asText());
    learn("member", message.path("data").path("member").path("id").asText());
  }

  private void learn(String kind, String id) {
    if (!id.isEmpty() && !names.containsKey(id)) {
      names.put(id, kind + counts.merge(kind, 1, Integer::sum));
    }
  }

  private JsonNode named(String key, JsonNode node) {
    if (node.isTextual()) {
      return Json.object().textNode(BLANKED.contains(key) ? "" : named(node.textValue()));
    }
    if (node instanceof ObjectNode object) {
      ObjectNode named = Json.object();
      object
          .properties()
          .forEach(entry -> named.set(entry.getKey(), named(entry.getKey(), entry.getValue())));
      return named;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode named = Json.object().arrayNode();
      array.forEach(element -> named.add(named(key, element)));
      return named;
    }
    return node;
  }

  /** Returns an id, or a path of ids, with names in place of the ids that have one. */
  private String named(String text) {
    String[] path = text.split("\\.", -1);
    return Arrays.stream(path).anyMatch(names::containsKey)
        ? Arrays.stream(path)
            .map(part -> names.getOrDefault(part, part))
            .collect(Collectors.joining("."))
        : text;
  }
}
