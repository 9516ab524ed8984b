package io.github.switchhook.conformance.text;

/** The beginning of a text, never cut inside a code point. Pure functions. */
public final class Excerpt {
  private Excerpt() {}

  /**
   * Returns the text if it is no longer than a number of UTF-16 units, else its beginning and
   * "...".
   */
  public static String of(String text, int longest) {
    return text.length() <= longest ? text : head(text, longest) + "...";
  }

  /** Returns at most a number of UTF-16 units of a text, one less where that would split a pair. */
  public static String head(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean split =
        longest > 0
            && Character.isHighSurrogate(text.charAt(longest - 1))
            && Character.isLowSurrogate(text.charAt(longest));
    return text.substring(0, split ? longest - 1 : longest);
  }
}
