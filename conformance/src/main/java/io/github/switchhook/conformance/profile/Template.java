package io.github.switchhook.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text and JSON with placeholders such as {@code $agent.id}. A JSON string that is one placeholder
 * and nothing else becomes the placeholder's value, which may be an object or a number.
 */
public final class Template {
  private static final Pattern NAME =
      Pattern.compile("\\$(agent\\.[A-Za-z][A-Za-z0-9]*|[A-Za-z][A-Za-z0-9]*)");

  private Template() {}

  /** Fills in plain text; {@code values} gives the value of a name without the dollar. */
  public static String fill(String text, Function<String, JsonNode> values) {
    return NAME.matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(shown(values.apply(match.group(1)))));
  }

  /** Fills in the strings of a JSON tree, so that no value can break it. */
  public static JsonNode fill(JsonNode tree, Function<String, JsonNode> values) {
    return mapTexts(
        tree,
        text -> {
          Matcher whole = NAME.matcher(text);
          return whole.matches()
              ? values.apply(whole.group(1))
              : TextNode.valueOf(fill(text, values));
        });
  }

  /** Returns the names of the placeholders in a tree. */
  static Set<String> names(JsonNode tree) {
    Set<String> names = new LinkedHashSet<>();
    fill(
        tree,
        name -> {
          names.add(name);
          return TextNode.valueOf("");
        });
    return names;
  }

  /**
   * Returns a copy of a tree in which every string became what the function makes of it; a property
   * whose value becomes a missing node is left out.
   */
  public static JsonNode mapTexts(JsonNode tree, Function<String, JsonNode> function) {
    if (tree.isTextual()) {
      return function.apply(tree.textValue());
    }
    if (tree instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        JsonNode value = mapTexts(entry.getValue(), function);
        if (!value.isMissingNode()) {
          copy.set(entry.getKey(), value);
        }
      }
      return copy;
    }
    if (tree instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> copy.add(mapTexts(element, function)));
      return copy;
    }
    return tree;
  }

  private static String shown(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
