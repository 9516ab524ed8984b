package io.github.switchhook.conformance.protocol;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The kit's question whether anything more follows: a command that no switch knows. It is refused,
 * changes nothing, and its answer comes after whatever was still to come (PROTOCOL 1).
 */
public final class Barrier {
  /** The name of the command, which no switch knows. */
  public static final String COMMAND = "switchhook.barrier";

  private static final String QUOTED = "\"" + COMMAND + "\"";

  private Barrier() {}

  /**
   * Returns the request, on one line.
   *
   * @param target a session's id, or any word before there is one
   */
  public static String request(String target) {
    return Json.write(
        Json.object().put("command", COMMAND).put("target", target).set("data", Json.object()));
  }

  /** Tells whether a message answers it. */
  public static boolean isAnswer(JsonNode message) {
    return message.path("command").asText().strip().equals(COMMAND)
        || message.path("original").path("command").asText().equals(COMMAND);
  }

  /** Tells whether a text is the request or its answer; such a text tells nothing about a call. */
  public static boolean isIn(String text) {
    return text.contains(QUOTED);
  }
}
