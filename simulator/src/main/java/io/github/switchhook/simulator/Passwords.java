package io.github.switchhook.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps passwords out of the journal, however they are spelled. */
final class Passwords {
  private static final String WORD = "password";
  private static final String BLANK = "***";

  /** The word in any case, each letter plain or as JSON's escape of it. */
  private static final Pattern SPELLED =
      Pattern.compile(
          WORD.chars()
              .mapToObj(
                  letter ->
                      "(?:%c|\\\\+u00(?:%x|%x))"
                          .formatted(letter, letter, Character.toUpperCase(letter)))
              .collect(Collectors.joining()),
          Pattern.CASE_INSENSITIVE);

  private Passwords() {}

  /**
   * What may be shown of a message: JSON with no password in it. Of what is no JSON object, or
   * quotes something that is none, nothing from the word on.
   */
  static String blank(String text) {
    if (!SPELLED.matcher(text).find()) {
      return text;
    }
    try {
      ObjectNode message = Codec.readObject(text);
      blank(message);
      return message.toString();
    } catch (Refusal noObject) {
      return cut(text);
    }
  }

  private static JsonNode blank(JsonNode node) {
    if (node instanceof ObjectNode object) {
      // What could not be read is quoted whole in original, and its token in the message.
      if (object.path("original").isTextual() && quotes(object.path("original"))) {
        String code = object.at("/failure/code").asText();
        object.putObject("failure").put("code", code);
      }
      for (Map.Entry<String, JsonNode> each : object.properties()) {
        boolean secret = each.getKey().toLowerCase(Locale.ROOT).contains(WORD);
        each.setValue(secret ? TextNode.valueOf(BLANK) : blank(each.getValue()));
      }
    } else if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, blank(list.get(i)));
      }
    } else if (quotes(node)) {
      return TextNode.valueOf(cut(node.textValue()));
    }
    return node;
  }

  private static boolean quotes(JsonNode node) {
    return node.isTextual() && SPELLED.matcher(node.textValue()).find();
  }

  private static String cut(String text) {
    return SPELLED.splitAsStream(text).findFirst().orElse("") + BLANK;
  }
}
