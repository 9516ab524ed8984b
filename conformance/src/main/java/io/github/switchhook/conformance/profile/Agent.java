package io.github.switchhook.conformance.profile;

/**
 * An agent that the target lets log in.
 *
 * @param id the login name
 * @param password the password, sent in {@code prepareSession} only
 * @param extension the number that reaches the agent
 * @param chat the endpoint of a chat channel: the one that the session begins with, else one that
 *     scenarios may add
 * @param email the endpoint of an email channel, likewise
 */
public record Agent(String id, Secret password, String extension, String chat, String email) {
  /** Makes an agent whose other endpoints are made of the extension. */
  public Agent(String id, Secret password, String extension) {
    this(id, password, extension, "chat-" + extension, "email-" + extension);
  }
}
