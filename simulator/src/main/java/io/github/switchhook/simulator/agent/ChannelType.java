package io.github.switchhook.simulator.agent;

import java.util.Arrays;
import java.util.Optional;

/** The medium of a channel (PROTOCOL section 5, session.request.addchannel). */
public enum ChannelType {
  TELEPHONY("Telephony"),
  CHAT("Chat"),
  EMAIL("Email");

  private final String word;

  ChannelType(String word) {
    this.word = word;
  }

  /** Returns the name on the wire, such as {@code telephony}. */
  public String wireName() {
    return word;
  }

  /** Returns the type of that name, if there is one. */
  public static Optional<ChannelType> find(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }
}
