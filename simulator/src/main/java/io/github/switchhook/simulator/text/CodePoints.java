package io.github.switchhook.simulator.text;

/**
 * Shortens text without ever cutting a code point in two: half a surrogate pair has no UTF-8. A
 * lone surrogate that is there already counts as one.
 */
public final class CodePoints {
  private CodePoints() {}

  /** Tells whether there is no lone surrogate in it, so that it has a UTF-8. */
  public static boolean isWhole(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isBmpCodePoint(c) && Character.isSurrogate((char) c));
  }

  /** Returns the first {@code count} code points; the whole text where it has no more. */
  public static String first(String text, int count) {
    if (text.length() <= count) {
      return text;
    }
    int end = 0;
    for (int i = 0; i < count && end < text.length(); i++) {
      end += Character.charCount(text.codePointAt(end));
    }
    return text.substring(0, end);
  }

  /**
   * Returns the first {@code count} code points, and where that is not all, the length of the
   * whole: {@code abc… (5000 characters)}.
   */
  public static String shortened(String text, int count) {
    String beginning = first(text, count);
    return beginning.length() == text.length()
        ? text
        : beginning + "… (" + text.codePointCount(0, text.length()) + " characters)";
  }
}
