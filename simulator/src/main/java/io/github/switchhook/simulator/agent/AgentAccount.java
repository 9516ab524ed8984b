package io.github.switchhook.simulator.agent;

/**
 * An agent who may log in (PROTOCOL section 2).
 *
 * @param extension the endpoint of the agent's first telephony channel
 */
public record AgentAccount(String id, String password, String extension) {
  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "agent " + id + " at " + extension;
  }
}
