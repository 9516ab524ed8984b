package io.github.switchhook.simulator.protocol;

/**
 * The kind of object that a command is sent to; the names of commands and events begin with it
 * (PROTOCOL section 1).
 */
public enum ObjectKind {
  /** Stands for no object: the kind of prepareSession, which carries no target. */
  SERVICE,
  SESSION,
  CHANNEL,
  INTERACTION,
  CONVERSATION;

  /** Returns the first word of commands and events of this kind, such as {@code channel}. */
  public String wireName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
