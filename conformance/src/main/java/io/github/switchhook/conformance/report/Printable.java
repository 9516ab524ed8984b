package io.github.switchhook.conformance.report;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text of a target or a stimulus for a terminal or a page: no character of it steers either. */
final class Printable {
  /** Control characters but for line ends and tabs, and what turns the direction of writing. */
  private static final Pattern STEERING =
      Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\t]]");

  private Printable() {}

  /** Returns the same text with each steering character as its number, such as {@code \\u001b}. */
  static String of(String text) {
    return STEERING
        .matcher(text)
        .replaceAll(
            match -> String.format(Locale.ROOT, "\\\\u%04x", (int) match.group().charAt(0)));
  }
}
