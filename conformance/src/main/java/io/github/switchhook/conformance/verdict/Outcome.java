package io.github.switchhook.conformance.verdict;

import java.util.Locale;

/** The outcomes of a profile or the whole run, from best to worst. */
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
