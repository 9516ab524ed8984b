package io.github.switchhook.conformance.transcript.convert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.fixtures.MagicNumber;
import io.github.switchhook.fixtures.MagicNumbers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds what a scenario calls a number: an agent's extension, or a role. */
final class NumberRoles {
  private final Map<String, String> agents = new HashMap<>();
  private final Map<String, String> roles = new HashMap<>();

  NumberRoles() {
    for (MagicNumber number : MagicNumbers.load()) {
      roles.putIfAbsent(number.number(), number.role());
    }
  }

  /** Records the address of an agent's channel; the telephone's is the agent's extension. */
  void learn(String agent, String type, String endpoint) {
    if (type.equals("Chat") || type.equals("Email")) {
      roles.putIfAbsent(endpoint, agent + "." + type.toLowerCase(Locale.ROOT));
    } else {
      agents.putIfAbsent(endpoint, agent);
    }
  }

  Optional<String> agentAt(String extension) {
    return Optional.ofNullable(agents.get(extension));
  }

  /** Returns {@code $bob.extension}, {@code $rings}, or the text as it is. */
  String placeholder(String text) {
    return agentAt(text)
        .map(agent -> "$" + agent + ".extension")
        .or(() -> Optional.ofNullable(roles.get(text)).map(role -> "$" + role))
        .orElse(text);
  }

  JsonNode placeholders(JsonNode node) {
    if (node.isTextual()) {
      return Json.object().textNode(placeholder(node.textValue()));
    }
    if (node instanceof ObjectNode object) {
      ObjectNode filled = Json.object();
      object
          .properties()
          .forEach(entry -> filled.set(entry.getKey(), placeholders(entry.getValue())));
      return filled;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode filled = Json.object().arrayNode();
      array.forEach(element -> filled.add(placeholders(element)));
      return filled;
    }
    return node;
  }
}
