package io.github.switchhook.conformance.scenario;

/** The stages of logging in; each includes those before it. */
public enum AgentStage implements Worded {
  /** The agent has an open connection, and no session. */
  CONNECTED("connected"),
  /** The agent's session is prepared, and not started. */
  PREPARED("prepared"),
  /** The agent's session is started; the channel is not active. */
  LOGGED_IN("logged in"),
  /** The agent's channel is active and takes calls. */
  READY("ready");

  private final String words;

  AgentStage(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }
}
