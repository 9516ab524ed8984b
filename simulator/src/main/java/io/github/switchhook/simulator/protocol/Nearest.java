package io.github.switchhook.simulator.protocol;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Finds the word that was probably meant, for a refusal to name. (The fixtures have a similar
 * class, but the switch does not depend on them.)
 */
public final class Nearest {
  private Nearest() {}

  /** Returns what a refusal of {@code unknown} adds: {@code , did you mean drop?}, or nothing. */
  public static String hint(String unknown, Collection<String> known) {
    return to(unknown, known).map(near -> ", did you mean " + near + "?").orElse("");
  }

  /** Returns the known word that differs from {@code unknown} by few letters. */
  private static Optional<String> to(String unknown, Collection<String> known) {
    return known.stream()
        // A client's word may be of any length: only words of a similar length are compared.
        .filter(word -> Math.abs(unknown.length() - word.length()) <= few(word.length()))
        .filter(word -> distance(unknown, word) <= few(word.length()))
        .min(Comparator.comparingInt(word -> distance(unknown, word)));
  }

  /**
   * Returns the number of letters that may differ: half of a short word, a third of a long one,
   * else two.
   */
  private static int few(int letters) {
    return Math.min(letters / 2, Math.max(2, letters / 3));
  }

  /** Returns the number of letters to change, add or take away to make one word the other. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
