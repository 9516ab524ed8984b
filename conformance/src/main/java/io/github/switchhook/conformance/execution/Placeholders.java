package io.github.switchhook.conformance.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.profile.Template;
import io.github.switchhook.conformance.protocol.Json;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills {@code $channel}, {@code $bob.extension}, {@code $answers} and the like in what a scenario
 * writes.
 */
final class Placeholders {
  private static final Pattern NAME =
      Pattern.compile(
          "\\$((?:agent|"
              + String.join("|", AgentNames.IDS)
              + ")\\.(?:id|password|extension|chat|email|session|channel|interaction|conversation|consult)|[A-Za-z][A-Za-z0-9]*)");

  private Placeholders() {}

  /** Fills in plain text; {@code values} gives the value of a name without the dollar. */
  static String fill(String text, UnaryOperator<String> values) {
    return text.indexOf('$') < 0
        ? text
        : NAME.matcher(text)
            .replaceAll(match -> Matcher.quoteReplacement(values.apply(match.group(1))));
  }

  /** Fills in the strings of a JSON text, so that no value can break it. */
  static JsonNode fillJson(String json, UnaryOperator<String> values) {
    JsonNode tree =
        Json.parse(json)
            .orElseThrow(
                () -> new IllegalArgumentException("the scenario's JSON cannot be read: " + json));
    return fill(tree, values);
  }

  /** Fills in the strings of a tree. */
  static JsonNode fill(JsonNode tree, UnaryOperator<String> values) {
    return Template.mapTexts(tree, text -> TextNode.valueOf(fill(text, values)));
  }
}
