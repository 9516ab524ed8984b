package io.github.switchhook.simulator.text;

/**
 * Quotes text from outside in a message that people read: only its beginning, with invisible
 * characters made visible, so that it can neither flood the message nor forge a line of it.
 */
public final class Quote {
  private static final int MAX_CODE_POINTS = 60;

  private Quote() {}

  /** Returns the text in quotation marks: {@code "channel.dail"}. */
  public static String of(String text) {
    return '"' + plain(text) + '"';
  }

  /**
   * Returns the text without quotation marks. At most 60 code points are quoted; a line break,
   * another control character, a direction mark or half a surrogate pair is written as {@code
   * \}{@code u000a}.
   */
  public static String plain(String text) {
    String beginning = CodePoints.first(text, MAX_CODE_POINTS);
    StringBuilder quoted = new StringBuilder(beginning.length() + 1);
    beginning.codePoints().forEach(codePoint -> append(quoted, codePoint));
    return beginning.length() == text.length() ? quoted.toString() : quoted.append('…').toString();
  }

  private static void append(StringBuilder quoted, int codePoint) {
    if (!isInvisible(codePoint)) {
      quoted.appendCodePoint(codePoint);
    } else {
      quoted.append(
          (Character.isBmpCodePoint(codePoint) ? "\\u%04x" : "\\u{%x}").formatted(codePoint));
    }
  }

  private static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
