package io.github.switchhook.conformance.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.match.Alias;
import io.github.switchhook.conformance.target.Dialect;
import io.github.switchhook.conformance.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Learns a target's failure codes from requests that every target refuses and that do no harm. */
final class Refusals {
  private final Scene scene;
  private final Participant alice;
  private final Map<String, String> codes = new LinkedHashMap<>();

  private Refusals(Scene scene, Participant alice) {
    this.scene = scene;
    this.alice = alice;
  }

  /**
   * Sends them in a started session.
   *
   * @return the target's code for each of PROTOCOL's that it told and that the dialect has not yet
   */
  static Map<String, String> learn(Scene scene, Participant alice) {
    Refusals refusals = new Refusals(scene, alice);
    String session = scene.values().written(alice, Alias.SESSION);
    refusals.learn("unknown-command", "switchhook.unknown", session, Json.object());
    refusals.learn("unknown-target", "channel.activate", session + ".nowhere", Json.object());
    refusals.learn("invalid-state", "session.start", session, Json.object());
    alice.view().target(Alias.CHANNEL).ifPresent(refusals::learnOn);
    return refusals.codes;
  }

  /** A target that activates the channel all the same has an active one, which can dial. */
  private void learnOn(String channel) {
    ObjectNode unusable = Json.object().put("channeloptions", 5);
    if (!learn("invalid-data", "channel.activate", channel, unusable)) {
      learn("invalid-data", "channel.dial", channel, Json.object());
    }
  }

  /** Returns whether the request was refused. */
  private boolean learn(String ours, String command, String target, ObjectNode data) {
    ObjectNode request = Json.object().put("command", command).put("target", target);
    Answer answer =
        alice
            .line()
            .request(Json.write(request.set("data", data)), scene.target().timeouts().response());
    Dialect dialect = scene.target().dialect();
    JsonNode code =
        answer instanceof Answer.Message message
            ? message.message().at("/failure/code")
            : MissingNode.getInstance();
    if (code.isTextual() && !code.textValue().equals(dialect.code(ours))) {
      codes.put(ours, code.textValue());
    }
    return code.isTextual();
  }
}
