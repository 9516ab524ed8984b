package io.github.switchhook.conformance.verdict;

import java.util.Arrays;
import java.util.Locale;

/** Why a run ended before everything was played. */
public enum Ending {
  /** The run did not end early: everything was played. */
  COMPLETE("complete", "everything was played"),
  /** The run was interrupted. */
  INTERRUPTED("interrupted", "the run was interrupted"),
  /** The run took longer than its limit. */
  OUT_OF_TIME("out of time", "the run was out of time"),
  /** No agent could log in any more, in several scenarios in a row. */
  GONE("the target went away", "the target went away"),
  /** No request after the login was answered any more, in several scenarios in a row. */
  SILENT("the target went silent", "the target went silent");

  private final String word;
  private final String sentence;

  Ending(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  /** Returns the ending as a clause, such as {@code the run was interrupted}. */
  public String sentence() {
    return sentence;
  }

  /** Returns how results.json and people put it, such as {@code out of time}. */
  public String word() {
    return word;
  }

  /** Returns the same as the beginning of a sentence. */
  public String title() {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** Finds one by its word. */
  public static Ending of(String word) {
    return Arrays.stream(values())
        .filter(ending -> ending.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no run ends " + word));
  }
}
