package io.github.switchhook.conformance.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The names of an agent's objects in scenarios. Where an agent has several channels, {@code
 * interaction} is the last one begun, and {@code other interaction} the one that was begun before
 * it on another channel; {@code conversation} and {@code consult} are the last ones begun, on
 * whichever channel.
 */
public enum ObjectRole {
  SESSION("session"),
  CHANNEL("channel"),
  ADDED_CHANNEL("added channel"),
  CHAT_CHANNEL("chat channel"),
  EMAIL_CHANNEL("email channel"),
  INTERACTION("interaction"),
  OTHER_INTERACTION("other interaction"),
  CONVERSATION("conversation"),
  CONSULT("consult");

  /** Every name of a channel, the first one's first. */
  public static final List<ObjectRole> CHANNELS =
      List.of(CHANNEL, ADDED_CHANNEL, CHAT_CHANNEL, EMAIL_CHANNEL);

  /** Both names of an interaction. */
  public static final List<ObjectRole> INTERACTIONS = List.of(INTERACTION, OTHER_INTERACTION);

  private final String words;

  ObjectRole(String words) {
    this.words = words;
  }

  /** Returns the name as scenarios write it. */
  public String words() {
    return words;
  }

  /** Returns the kind of object, which is the last of its words. */
  public String kind() {
    return kindOf(words);
  }

  /**
   * Returns the kind of an object by what a scenario calls it: {@code conversation} for a consult,
   * else the last word.
   */
  public static String kindOf(String words) {
    return words.equals(CONSULT.words)
        ? CONVERSATION.words
        : words.substring(words.lastIndexOf(' ') + 1);
  }

  /** Finds an object by its name. */
  public static Optional<ObjectRole> of(String words) {
    return Arrays.stream(values()).filter(role -> role.words.equals(words)).findFirst();
  }

  /**
   * Finds an object by its name.
   *
   * @throws IllegalArgumentException if nothing is called so
   */
  public static ObjectRole named(String words) {
    return of(words)
        .orElseThrow(() -> new IllegalArgumentException("no object is called the " + words));
  }

  /** Returns the object that a command addresses by its first word (PROTOCOL 1). */
  public static ObjectRole ofCommand(String command) {
    int dot = command.indexOf('.');
    return of(dot < 0 ? command : command.substring(0, dot)).orElse(SESSION);
  }
}
