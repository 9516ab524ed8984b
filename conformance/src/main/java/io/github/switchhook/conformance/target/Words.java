package io.github.switchhook.conformance.target;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the word that somebody probably meant. */
final class Words {
  private Words() {}

  /**
   * Returns the word if it is known.
   *
   * @param what what it should be, such as {@code capability}
   * @throws TargetFormatException with a suggestion if it is not
   */
  static String known(String what, String word, Collection<String> known) {
    if (!known.contains(word)) {
      throw new TargetFormatException(
          "unknown " + what + " '" + word + "'" + suggestion(word, known), word);
    }
    return word;
  }

  /** Returns {@code , did you mean 'x'?} if a known word is near, and what is known. */
  static String suggestion(String unknown, Collection<String> known) {
    List<String> words = known.stream().sorted().toList();
    return words.stream()
            .filter(word -> distance(unknown, word) <= Math.max(2, word.length() / 3))
            .min(Comparator.comparingInt(word -> distance(unknown, word)))
            .map(word -> ", did you mean '" + word + "'?")
            .orElse("")
        + (words.size() > 40 ? "" : " (known here: " + String.join(", ", words) + ")");
  }

  /** The number of letters to change, add or take away to make one word the other. */
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
