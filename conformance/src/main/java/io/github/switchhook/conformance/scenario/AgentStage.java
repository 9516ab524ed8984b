package io.github.switchhook.conformance.scenario;

/** How far an agent has come; each stage includes those before it. */
public enum AgentStage implements Worded {
  /** The socket is open. */
  CONNECTED("connected"),
  /** A session is prepared. */
  PREPARED("prepared"),
  /** The session is started. */
  LOGGED_IN("logged in"),
  /** The channel takes calls. */
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
