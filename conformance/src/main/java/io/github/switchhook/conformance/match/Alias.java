package io.github.switchhook.conformance.match;

import java.util.Arrays;
import java.util.Optional;

/** What the scenarios call the objects of an agent. */
public enum Alias {
  SESSION("session"),
  CHANNEL("channel"),
  ADDED_CHANNEL("added channel"),
  INTERACTION("interaction"),
  CONVERSATION("conversation"),
  CONSULT("consult");

  private final String words;

  Alias(String words) {
    this.words = words;
  }

  /** Returns the name. */
  public String words() {
    return words;
  }

  /** Finds an object by its name. */
  public static Optional<Alias> of(String words) {
    return Arrays.stream(values()).filter(alias -> alias.words.equals(words)).findFirst();
  }

  /** Returns the object that a command addresses by its first word (PROTOCOL 1). */
  public static Alias ofCommand(String command) {
    int dot = command.indexOf('.');
    return of(dot < 0 ? command : command.substring(0, dot)).orElse(SESSION);
  }
}
