package io.github.switchhook.conformance.profile;

/**
 * An agent that the target lets log in.
 *
 * @param id the login name
 * @param password the password, sent in {@code prepareSession} only
 * @param extension the number that reaches the agent
 */
public record Agent(String id, Secret password, String extension) {}
