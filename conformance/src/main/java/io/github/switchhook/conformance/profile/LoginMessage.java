package io.github.switchhook.conformance.profile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * One step of a login that is not {@code prepareSession}. It goes out as written, in no envelope.
 *
 * @param send the message, with the placeholders {@code $agent.id}, {@code $agent.password}, {@code
 *     $agent.extension} and the names captured before
 * @param expect the values by place that tell its reply from other messages; without any, the next
 *     message is the reply
 * @param capture where in the reply the values of names stand; the last step at latest captures
 *     {@code session}
 */
public record LoginMessage(
    JsonNode send, Map<JsonPointer, String> expect, Map<String, JsonPointer> capture) {
  /** The name whose value is the session's id. */
  public static final String SESSION = "session";

  static final Set<String> AGENT = Set.of("agent.id", "agent.password", "agent.extension");

  public LoginMessage {
    expect = Map.copyOf(expect);
    capture = Map.copyOf(capture);
  }

  /** Returns where the placeholders stand in the message. */
  public Map<String, JsonPointer> places() {
    return Envelope.placesIn(send);
  }

  /** Tells whether a message is the reply. */
  public boolean isReply(JsonNode message) {
    return expect.entrySet().stream()
        .allMatch(entry -> message.at(entry.getKey()).asText().equals(entry.getValue()));
  }
}
