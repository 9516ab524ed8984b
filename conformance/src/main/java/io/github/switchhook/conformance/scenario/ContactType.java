package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.profile.Agent;
import io.github.switchhook.conformance.profile.Operations;
import io.github.switchhook.conformance.protocol.ObjectRole;
import java.util.Arrays;

/** The ways in which a customer reaches an agent; the words are a verb. */
public enum ContactType implements Worded {
  CALL("calls", Operations.CALL, ObjectRole.CHANNEL),
  CHAT("chats with", Operations.CHAT, ObjectRole.CHAT_CHANNEL),
  EMAIL("emails", Operations.EMAIL, ObjectRole.EMAIL_CHANNEL);

  private final String words;
  private final String operation;
  private final ObjectRole channel;

  ContactType(String words, String operation, ObjectRole channel) {
    this.words = words;
    this.operation = operation;
    this.channel = channel;
  }

  /**
   * Finds the type by its verb.
   *
   * @throws IllegalArgumentException if no type has that verb
   */
  public static ContactType of(String verb) {
    return Worded.find(values(), verb)
        .orElseThrow(() -> new IllegalArgumentException("no customer " + verb + " an agent"));
  }

  /**
   * Finds the type that a channel carries, by what scenarios call the channel.
   *
   * @throws IllegalArgumentException if no channel is called so
   */
  public static ContactType on(String channel) {
    return Arrays.stream(values())
        .filter(type -> type.channel.words().equals(channel))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no contact comes on a channel called " + channel));
  }

  @Override
  public String words() {
    return words;
  }

  /** Returns what the stimulus calls it. */
  public String operation() {
    return operation;
  }

  /** Returns the channel that takes it. */
  public ObjectRole channel() {
    return channel;
  }

  /** Returns the address of the agent's channel. */
  public String endpoint(Agent agent) {
    return switch (this) {
      case CALL -> agent.extension();
      case CHAT -> agent.chat();
      case EMAIL -> agent.email();
    };
  }
}
