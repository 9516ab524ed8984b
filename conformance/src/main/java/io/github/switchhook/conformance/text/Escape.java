package io.github.switchhook.conformance.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes foreign text safe for the medium that it is written to: nothing in it can control the
 * medium or pass for the kit's own text. What is invisible, or cannot be encoded, becomes visible
 * as {@code \}{@code u001b}: control and format characters, those that change the direction of
 * writing, line separators, letters without a shape, lone surrogates, noncharacters; beyond U+FFFF
 * both halves of the pair. That is JSON's own notation, so JSON loses nothing. Escaping twice
 * changes nothing. Pure functions.
 */
public final class Escape {
  private static final String NOTHING = "";

  /** More ticks than a text has for a quotation of its own, so that most blocks look alike. */
  private static final int FENCE = 4;

  private Escape() {}

  /** Returns what a medium writes instead of a visible character; null for the character itself. */
  private interface Special {
    @Nullable String of(int codePoint);
  }

  /** Returns the text for one line of a terminal or of any other text: it stays one line. */
  public static String line(String text) {
    return escaped(text, NOTHING, c -> null);
  }

  /** Returns a text of several lines, whose line feeds are the writer's own. */
  public static String lines(String text) {
    return escaped(text, "\n", c -> null);
  }

  /**
   * Returns the same JSON text with everything escaped that {@link #lines} escapes, which in JSON
   * can stand in strings only.
   */
  public static String json(String json) {
    return escaped(json, "\n\r\t", c -> null);
  }

  /** Returns the same text with nothing escaped but lone surrogates, so that it can be encoded. */
  public static String surrogates(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.getType(c) == Character.SURROGATE) {
                out.append(number((char) c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  /** Returns the text for HTML, SVG and XML, between tags or in an attribute in quotes. */
  public static String markup(String text) {
    return escaped(
        text,
        "\n\t",
        c ->
            switch (c) {
              case '&' -> "&amp;";
              case '<' -> "&lt;";
              case '>' -> "&gt;";
              case '"' -> "&quot;";
              case '\'' -> "&#39;";
              case '\n' -> "&#10;";
              case '\t' -> "&#9;";
              default -> null;
            });
  }

  /** Returns the text for Markdown, in a paragraph, a heading or a table's cell. */
  public static String markdown(String text) {
    return escaped(
        text,
        NOTHING,
        c ->
            switch (c) {
              case '<' -> "&lt;";
              case '>' -> "&gt;";
              case '&' -> "&amp;";
              case '\\', '`', '*', '_', '[', ']', '|', '~', '#', '!', '$' ->
                  "\\" + Character.toString(c);
              default -> null;
            });
  }

  /** Returns Markdown that shows the text as code within a line. */
  public static String codeSpan(String text) {
    String line = line(text);
    String ticks = "`".repeat(longestRun(line) + 1);
    String blank = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return ticks + blank + line + blank + ticks;
  }

  /** Returns Markdown that shows a text of several lines as a block of code, and a line feed. */
  public static String codeBlock(String text) {
    String lines = lines(text);
    String fence = "`".repeat(Math.max(FENCE, longestRun(lines) + 1));
    return fence + "\n" + lines + "\n" + fence + "\n";
  }

  /** Returns the text in quotes, as YAML reads it back whole. */
  public static String yaml(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\');
      }
      quoted.append(c);
    }
    return line(quoted.append('"').toString());
  }

  /** Returns the text for a Mermaid diagram: a name, or what stands behind a colon. */
  public static String mermaid(String text) {
    return escaped(
        text,
        NOTHING,
        c ->
            switch (c) {
              case '#', ';', '%', '"', '<', '>', '&', '{', '}', '`', '\\' -> "#" + c + ";";
              default -> null;
            });
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static String escaped(String text, String kept, Special special) {
    StringBuilder out = null;
    int copied = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int end = i + Character.charCount(c);
      boolean hidden = isHidden(c) && kept.indexOf(c) < 0;
      String instead = hidden ? numbers(text, i, end) : special.of(c);
      if (instead != null) {
        out = out == null ? new StringBuilder(text.length() + 16) : out;
        out.append(text, copied, i).append(instead);
        copied = end;
      }
      i = end;
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }

  private static String numbers(String text, int from, int to) {
    StringBuilder numbers = new StringBuilder();
    for (int i = from; i < to; i++) {
      numbers.append(number(text.charAt(i)));
    }
    return numbers.toString();
  }

  private static String number(char c) {
    return String.format(Locale.ROOT, "\\u%04x", (int) c);
  }

  private static boolean isHidden(int c) {
    if (c >= ' ' && c < 0x7f) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> isNoCharacter(c) || isBlankLetter(c);
    };
  }

  private static boolean isNoCharacter(int c) {
    return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
  }

  /** Tells whether a display may ignore a character that counts as a letter or a mark (Unicode). */
  private static boolean isBlankLetter(int c) {
    return switch (c) {
      case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180c, 0x180d, 0x180f, 0x3164, 0xffa0 ->
          true;
      default -> c >= 0xe0000 && c <= 0xe0fff;
    };
  }
}
