package io.github.switchhook.conformance.verdict;

import java.util.Locale;

/** How a profile or the whole run ended, from best to worst. */
public enum Outcome {
  /** Everything was judged and nothing failed. */
  SUCCESS,
  /** Nothing failed, but not everything was judged. */
  PARTIAL,
  /** At least one requirement failed. */
  FAILURE;

  /** Returns the word that results.json uses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
