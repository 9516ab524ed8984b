package io.github.switchhook.conformance.protocol;

import com.fasterxml.jackson.databind.JsonNode;

/** The kinds of message that a switch sends (PROTOCOL 1). */
public enum MessageKind {
  /** The answer to the {@link Barrier}. */
  BARRIER,
  /** An event: it has a name, and no result. */
  EVENT,
  /** An answer to a request: it has a result, or at least names a command. */
  RESPONSE,
  /** A JSON object that is none of these. */
  OTHER,
  /** The message is not a JSON object. */
  NO_OBJECT;

  /** Classifies a message; a missing node is not an object. */
  public static MessageKind of(JsonNode message) {
    if (!message.isObject()) {
      return NO_OBJECT;
    }
    if (Barrier.isAnswer(message)) {
      return BARRIER;
    }
    if (message.has("name") && !message.has("result")) {
      return EVENT;
    }
    return message.has("result") || message.has("command") ? RESPONSE : OTHER;
  }
}
