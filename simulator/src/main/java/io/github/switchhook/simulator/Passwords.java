package io.github.switchhook.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.switchhook.simulator.engine.Journal;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.RefusalException;
import io.github.switchhook.simulator.text.CodePoints;
import java.util.Locale;
import java.util.Map;

/** Keeps passwords out of the journal, however they are spelled. */
final class Passwords {
  private static final String WORD = "password";
  private static final String BLANK = "***";
  private static final int NOWHERE = -1;
  // u0070: what follows the backslashes of an escaped letter.
  private static final int ESCAPE = 5;

  private Passwords() {}

  /**
   * Returns what may be shown of a message: JSON with no password in it. A text that is not a JSON
   * object, or longer than the journal keeps anyway, or quotes something that is not JSON, is cut
   * off at the word.
   */
  static String blank(String text) {
    // What comes after that is not shown, so it need not be looked at.
    String kept = CodePoints.first(text, Journal.MAX_TEXT);
    int word = find(kept);
    if (word == NOWHERE) {
      return text;
    }
    if (kept.length() < text.length()) {
      return cut(kept, word);
    }
    try {
      ObjectNode message = Codec.readObject(text);
      blank(message);
      return Codec.text(message);
    } catch (RefusalException noObject) {
      return cut(text, word);
    }
  }

  private static JsonNode blank(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> each : object.properties()) {
        boolean secret = each.getKey().toLowerCase(Locale.ROOT).contains(WORD);
        each.setValue(secret ? TextNode.valueOf(BLANK) : blank(each.getValue()));
      }
    } else if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, blank(list.get(i)));
      }
    } else if (node.isTextual()) {
      int word = find(node.textValue());
      return word == NOWHERE ? node : TextNode.valueOf(cut(node.textValue(), word));
    }
    return node;
  }

  private static String cut(String text, int word) {
    return text.substring(0, word) + BLANK;
  }

  /**
   * Returns the index where the word begins: in any case, each letter plain or as JSON's escape of
   * it, also where that is in a string of JSON again, with more backslashes. Looks at each
   * character once.
   */
  private static int find(String text) {
    int matched = 0;
    int begin = 0;
    int at = 0;
    while (at < text.length()) {
      int next = at + 1;
      int letter = text.charAt(at);
      if (letter == '\\') {
        while (next < text.length() && text.charAt(next) == '\\') {
          next++;
        }
        letter = escaped(text, next);
        next = letter == NOWHERE ? next : next + ESCAPE;
      }
      letter = letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter;
      if (letter != WORD.charAt(matched)) {
        // The first letter occurs only once in the word, so the part that matched holds no other
        // start.
        matched = 0;
      }
      if (letter == WORD.charAt(matched)) {
        begin = matched == 0 ? at : begin;
        matched++;
      }
      if (matched == WORD.length()) {
        return begin;
      }
      at = next;
    }
    return NOWHERE;
  }

  /**
   * Returns the ASCII character that {@code u00XX} stands for; {@link #NOWHERE} where it is not
   * such an escape.
   */
  private static int escaped(String text, int at) {
    if (!text.regionMatches(true, at, "u00", 0, ESCAPE - 2) || at + ESCAPE > text.length()) {
      return NOWHERE;
    }
    int high = Character.digit(text.charAt(at + ESCAPE - 2), 16);
    int low = Character.digit(text.charAt(at + ESCAPE - 1), 16);
    return high < 0 || low < 0 ? NOWHERE : high * 16 + low;
  }
}
