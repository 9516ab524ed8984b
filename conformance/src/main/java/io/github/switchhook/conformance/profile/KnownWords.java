package io.github.switchhook.conformance.profile;

import io.github.switchhook.fixtures.Spelling;
import java.util.Collection;

/** Checks the words of a target file. */
final class KnownWords {
  private KnownWords() {}

  /**
   * Returns the word if it is known.
   *
   * @param what what it should be, such as {@code capability}
   * @throws TargetFormatException with a suggestion if it is not
   */
  static String known(String what, String word, Collection<String> known) {
    if (!known.contains(word)) {
      throw new TargetFormatException(
          "unknown " + what + " '" + word + "'" + Spelling.suggestion(word, known), word);
    }
    return word;
  }

  /** Returns a requirement's id if it is known; the error lists none, as there are too many. */
  static String requirement(String id, Collection<String> known) {
    if (!known.contains(id)) {
      throw new TargetFormatException(
          "unknown requirement '"
              + id
              + "'"
              + Spelling.nearest(id, known).map(near -> ", did you mean '" + near + "'?").orElse("")
              + " (switchhook list shows all)",
          id);
    }
    return id;
  }
}
