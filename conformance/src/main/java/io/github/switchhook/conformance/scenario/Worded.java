package io.github.switchhook.conformance.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A constant that scenario files and the sentences of features call by the same plain words. */
interface Worded {
  /** Returns the words of the constant, in lower case with blanks. */
  String words();

  /** Finds the constant that is called so; empty where none is. */
  static <T extends Worded> Optional<T> find(T[] values, String words) {
    return Arrays.stream(values).filter(value -> value.words().equals(words)).findFirst();
  }

  /** Returns the words of all of them, for a message. */
  static List<String> all(Worded[] values) {
    return Arrays.stream(values).map(Worded::words).toList();
  }
}
