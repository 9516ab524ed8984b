package io.github.switchhook.conformance.transcript;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Blanks secrets in JSON, in place, so that everything else stays as it was sent. Reads on as far
 * as it is JSON. Used once, by one thread.
 */
final class JsonRedaction {
  // Foreign names are not kept.
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();
  private static final Set<String> NAMING = Set.of("name", "key", "header", "field", "parameter");
  private static final Set<String> VALUES = Set.of("value", "values");

  private final String text;
  private final Predicate<String> isSecret;
  private final UnaryOperator<String> strings;
  private final Map<Integer, Replacement> replacements = new TreeMap<>();
  private final Deque<Level> levels = new ArrayDeque<>();
  private int done;

  private record Replacement(int end, String text) {}

  private record Range(int begin, int end) {}

  /** An object or an array that is being read. */
  private static final class Level {
    private final boolean object;
    private final boolean secret;
    private final int begin;
    private final List<Range> values = new ArrayList<>();
    private String name = "";
    private boolean namesSecret;

    Level(boolean object, boolean secret, int begin) {
      this.object = object;
      this.secret = secret;
      this.begin = begin;
    }

    boolean collects() {
      return object && VALUES.contains(name.toLowerCase(Locale.ROOT));
    }
  }

  /**
   * The result of reading a text up to the end of its JSON.
   *
   * @param text without secrets, as far as it is JSON
   * @param rest the part that is not, and has to be looked through in another way
   */
  record RedactedText(String text, String rest) {}

  private JsonRedaction(String text, Predicate<String> isSecret, UnaryOperator<String> strings) {
    this.text = text;
    this.isSecret = isSecret;
    this.strings = strings;
  }

  /**
   * Blanks the values of those names, and what {@code strings} blanks within other strings.
   *
   * @param strings is given what a string says, without its escapes
   */
  static RedactedText redact(
      String text, Predicate<String> isSecret, UnaryOperator<String> strings) {
    JsonRedaction redaction = new JsonRedaction(text, isSecret, strings);
    redaction.read();
    return redaction.result();
  }

  private RedactedText result() {
    StringBuilder out = new StringBuilder();
    int copied = 0;
    for (Map.Entry<Integer, Replacement> each : replacements.entrySet()) {
      // What is within a part that is blanked as a whole goes with it.
      if (each.getKey() >= copied && each.getValue().end() <= done) {
        out.append(text, copied, each.getKey()).append(each.getValue().text());
        copied = each.getValue().end();
      }
    }
    return new RedactedText(out.append(text, copied, done).toString(), text.substring(done));
  }

  private void read() {
    try (JsonParser parser = FACTORY.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        int begin = (int) parser.currentTokenLocation().getCharOffset();
        take(token, begin, parser);
      }
      done = text.length();
    } catch (IOException e) {
      // The text before it is JSON nonetheless.
    }
  }

  private void take(JsonToken token, int begin, JsonParser parser) throws IOException {
    switch (token) {
      case START_OBJECT, START_ARRAY -> {
        levels.push(new Level(token == JsonToken.START_OBJECT, isSecretHere(), begin));
        done = begin + 1;
      }
      case END_OBJECT, END_ARRAY -> {
        Level ended = levels.pop();
        if (ended.namesSecret) {
          ended.values.forEach(range -> blank(range.begin(), range.end()));
        }
        done = begin + 1;
        collect(ended.begin, done);
      }
      case FIELD_NAME -> name(begin, parser.currentName());
      case VALUE_STRING -> string(begin, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(begin);
      default -> done = begin + parser.getTextLength();
    }
  }

  private void name(int begin, String name) {
    Level level = levels.element();
    level.name = name;
    replaceIfChanged(begin, literalEnd(begin), name);
    // Where the value cannot be read, the rest begins with its name.
    done = begin;
  }

  private void string(int begin, String value) {
    int end = literalEnd(begin);
    if (isSecretHere()) {
      blank(begin, end);
    } else {
      replaceIfChanged(begin, end, value);
      collect(begin, end);
    }
    Level level = levels.peek();
    if (level != null && level.object && NAMING.contains(level.name.toLowerCase(Locale.ROOT))) {
      level.namesSecret = level.namesSecret || isSecret.test(value);
    } else if (level != null && !level.object) {
      // As in ["password", "…"].
      level.name = value;
    }
    done = end;
  }

  private void number(int begin) {
    int end = begin;
    while (end < text.length() && "+-.0123456789eE".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    if (isSecretHere()) {
      blank(begin, end);
    } else {
      collect(begin, end);
    }
    done = end;
  }

  private void collect(int begin, int end) {
    Level level = levels.peek();
    if (level != null && level.collects()) {
      level.values.add(new Range(begin, end));
    }
  }

  private boolean isSecretHere() {
    Level level = levels.peek();
    return level != null && (level.secret || isSecret.test(level.name));
  }

  private void blank(int begin, int end) {
    replacements.put(begin, new Replacement(end, '"' + Redaction.BLANK + '"'));
  }

  private void replaceIfChanged(int begin, int end, String value) {
    String clean = strings.apply(value);
    if (!clean.equals(value)) {
      replacements.put(begin, new Replacement(end, new TextNode(clean).toString()));
    }
  }

  private int literalEnd(int begin) {
    int end = begin + 1;
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, text.length());
  }
}
