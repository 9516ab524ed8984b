package io.github.switchhook.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;

/**
 * Splits a line that a person types into words. Quotes keep a text with spaces together; a JSON
 * object at the end is taken as it is.
 */
final class ShellTokenizer {
  private static final Pattern QUOTED_VALUE = Pattern.compile("([^\\s'\"=]+)=(['\"])(.*)\\2");

  /** Takes a backslash as an ordinary character, because paths of Windows have some. */
  private static final DefaultParser PARSER = new DefaultParser().escapeChars(null);

  static {
    PARSER.setEofOnUnclosedQuote(true);
  }

  private ShellTokenizer() {}

  /** Returns a parser that completion can use, which does not mind what is not complete yet. */
  static Parser forCompletion() {
    return new DefaultParser().escapeChars(null);
  }

  /**
   * Splits a line into words; quotes keep spaces together.
   *
   * @throws IllegalArgumentException if a quote is not closed
   */
  static List<String> of(String line) {
    int brace = object(line);
    if (brace > 0) {
      List<String> words = new ArrayList<>(of(line.substring(0, brace)));
      words.add(line.substring(brace).strip());
      return words;
    }
    try {
      return parse(line).words().stream()
          .filter(word -> !word.isEmpty())
          .map(ShellTokenizer::unquoted)
          .toList();
    } catch (EOFError e) {
      throw new IllegalArgumentException(
          "expected a closing quote, found none in: " + line.strip(), e);
    }
  }

  /** Returns where the first brace after a blank stands that no quotes hold; -1 if none does. */
  private static int object(String line) {
    char quote = 0;
    for (int i = 1; i < line.length(); i++) {
      char c = line.charAt(i - 1);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == ' ' && line.charAt(i) == '{') {
        return i;
      }
    }
    return -1;
  }

  private static ParsedLine parse(String line) {
    return PARSER.parse(line, line.length(), Parser.ParseContext.ACCEPT_LINE);
  }

  /** Words that begin with a quote have lost it in the parser; {@code key="a value"} has not. */
  private static String unquoted(String word) {
    Matcher quoted = QUOTED_VALUE.matcher(word);
    return quoted.matches() ? quoted.group(1) + "=" + quoted.group(3) : word;
  }
}
