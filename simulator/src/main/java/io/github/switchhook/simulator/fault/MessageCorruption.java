package io.github.switchhook.simulator.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.text.CodePoints;
import java.util.Map;

/** Messages as a broken switch would write them. */
final class MessageCorruption {
  private static final int OVERSIZE = 1024 * 1024;
  private static final Map<String, String> OTHER_STATES =
      Map.of(
          "ACTIVE", "INACTIVE",
          "INACTIVE", "ACTIVE",
          "DIALING", "ALERTING",
          "ALERTING", "DIALING",
          "STARTED", "ENDED",
          "HELD", "CONNECTED");
  private static final String OTHERWISE = "HELD";

  private MessageCorruption() {}

  /**
   * Returns the text to send instead of {@code text}, the JSON of a message that the kind can
   * strike.
   */
  static String of(FaultKind kind, String text) {
    return switch (kind) {
      case MALFORMED_JSON -> CodePoints.first(text, text.length() / 2);
      case MISDIRECT, WRONG_STATE, OMIT_ECHO, OMIT_ORIGINAL, WRONG_RESULT, OVERSIZE -> {
        ObjectNode message = Codec.readObject(text);
        distort(kind, message);
        yield Codec.text(message);
      }
      default -> text;
    };
  }

  private static void distort(FaultKind kind, ObjectNode message) {
    switch (kind) {
      case MISDIRECT -> message.put("target", owner(message.path("target").asText()));
      case WRONG_STATE -> {
        ObjectNode data = (ObjectNode) message.path("data");
        data.put("state", OTHER_STATES.getOrDefault(data.path("state").asText(), OTHERWISE));
      }
      case OMIT_ECHO -> message.remove("data");
      case OMIT_ORIGINAL -> message.remove("original");
      case WRONG_RESULT ->
          message.put(
              "result", message.path("result").asText().equals("success") ? "failure" : "success");
      default -> message.put("padding", "x".repeat(OVERSIZE));
    }
  }

  /**
   * Returns the path of the object that owns the one at {@code target}; one that does not exist for
   * a session.
   */
  private static String owner(String target) {
    int dot = target.lastIndexOf('.');
    return dot < 0 ? target + ".nobody" : target.substring(0, dot);
  }
}
