package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.profile.Agent;
import io.github.switchhook.conformance.protocol.ObjectRole;
import java.util.Arrays;

/** How a customer reaches an agent. */
public enum ContactType {
  CALL("calls", "call", ObjectRole.CHANNEL),
  CHAT("chats with", "chat", ObjectRole.CHAT_CHANNEL),
  EMAIL("emails", "email", ObjectRole.EMAIL_CHANNEL);

  private final String verb;
  private final String operation;
  private final ObjectRole channel;

  ContactType(String verb, String operation, ObjectRole channel) {
    this.verb = verb;
    this.operation = operation;
    this.channel = channel;
  }

  public static ContactType of(String verb) {
    return Arrays.stream(values())
        .filter(medium -> medium.verb.equals(verb))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no customer " + verb + " anybody"));
  }

  /** Finds the one that a channel carries, by what scenarios call that. */
  public static ContactType on(String channel) {
    return Arrays.stream(values())
        .filter(medium -> medium.channel.words().equals(channel))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no medium has a channel called " + channel));
  }

  /** Returns what the stimulus calls it. */
  public String operation() {
    return operation;
  }

  /** Returns the channel that takes it. */
  public ObjectRole channel() {
    return channel;
  }

  /** Returns the address of the agent's channel: the extension, or one that is made of it. */
  public String endpoint(Agent agent) {
    return this == CALL ? agent.extension() : operation + "-" + agent.extension();
  }
}
