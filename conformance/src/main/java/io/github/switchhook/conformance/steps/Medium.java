package io.github.switchhook.conformance.steps;

import io.github.switchhook.conformance.match.Alias;
import io.github.switchhook.conformance.target.Agent;
import java.util.Arrays;

/** How a customer reaches an agent. */
enum Medium {
  CALL("calls", "call", Alias.CHANNEL),
  CHAT("chats with", "chat", Alias.CHAT_CHANNEL),
  EMAIL("emails", "email", Alias.EMAIL_CHANNEL);

  private final String verb;
  private final String operation;
  private final Alias channel;

  Medium(String verb, String operation, Alias channel) {
    this.verb = verb;
    this.operation = operation;
    this.channel = channel;
  }

  static Medium of(String verb) {
    return Arrays.stream(values())
        .filter(medium -> medium.verb.equals(verb))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no customer " + verb + " anybody"));
  }

  /** Finds the one that a channel carries, by what scenarios call that. */
  static Medium on(String channel) {
    return Arrays.stream(values())
        .filter(medium -> medium.channel.words().equals(channel))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no medium has a channel called " + channel));
  }

  /** Returns what the stimulus calls it. */
  String operation() {
    return operation;
  }

  /** Returns the channel that takes it. */
  Alias channel() {
    return channel;
  }

  /** Returns the address of the agent's channel: the extension, or one that is made of it. */
  String endpoint(Agent agent) {
    return this == CALL ? agent.extension() : operation + "-" + agent.extension();
  }
}
