package io.github.switchhook.conformance.scenario;

/** The party at the other end of an agent's call. */
public enum RemoteParty implements Worded {
  /** The party that the agent called, or that called the agent. */
  FAR_END("far end"),
  /** The party that the agent consults. */
  CONSULTED("consulted party"),
  /** The party that the agent brought into a conference. */
  THIRD("third party");

  private final String words;

  RemoteParty(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }

  /**
   * Finds the party that a scenario means.
   *
   * @throws IllegalArgumentException if no party is called so
   */
  public static RemoteParty of(String words) {
    return Worded.find(values(), words)
        .orElseThrow(() -> new IllegalArgumentException("no party is called the " + words));
  }
}
