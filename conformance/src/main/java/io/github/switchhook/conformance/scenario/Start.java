package io.github.switchhook.conformance.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How far an agent has come before the first step. */
public enum Start {
  /** The socket is open. */
  CONNECTED("connected"),
  /** And a session is prepared. */
  PREPARED("prepared"),
  /** And started. */
  LOGGED_IN("logged in"),
  /** And the channel takes calls. */
  READY("ready");

  private final String words;

  Start(String words) {
    this.words = words;
  }

  /** Returns the words that a scenario file uses. */
  public String words() {
    return words;
  }

  static List<String> allWords() {
    return Arrays.stream(values()).map(Start::words).toList();
  }

  static Optional<Start> of(String words) {
    return Arrays.stream(values()).filter(start -> start.words.equals(words)).findFirst();
  }
}
