package io.github.switchhook.conformance.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.wire.Json;
import java.time.Duration;

/**
 * Lets time pass, a second at a time, until an agent has seen or sent something: by the switch's
 * journal, which explains what came instead, else by what the kit itself has heard.
 */
final class Patience {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Scene scene;
  private final Steering steering;

  Patience(Scene scene) {
    this.scene = scene;
    this.steering = scene.steering();
  }

  /**
   * Waits.
   *
   * @param verb {@code sees} or {@code sends}
   * @return {@code {seen}}, and {@code {explanation}} where that is false
   */
  JsonNode until(int seconds, Participant participant, String verb, String name) {
    boolean journal = steering.can("await");
    ObjectNode wanted =
        Json.object()
            .put("agent", participant.agent().extension())
            .put(verb.equals("sees") ? "event" : "command", name);
    if (journal) {
      wanted.put(
          "since",
          steering.perform("journal", Json.object().put("limit", 0)).path("last").asLong());
    }
    JsonNode seen = look(journal, participant, wanted, name);
    for (int i = 0; i < seconds && !seen.path("seen").asBoolean(); i++) {
      pass(participant);
      seen = look(journal, participant, wanted, name);
    }
    return seen;
  }

  private JsonNode look(boolean journal, Participant participant, ObjectNode wanted, String name) {
    if (journal) {
      return steering.perform("await", wanted.deepCopy().put("timeoutMillis", 0));
    }
    participant.lines().forEach(AgentLine::absorbWaiting);
    return Json.object()
        .put("seen", participant.hasSeen(name))
        .put("explanation", "expected " + name + " on " + participant.name() + "'s connection");
  }

  private void pass(Participant participant) {
    if (steering.can("advance")) {
      steering.perform("advance", Json.object().put("seconds", 1));
      scene.acts().settle();
    } else {
      scene.allowance().extend(SECOND);
      participant.line().hear(SECOND);
    }
  }
}
