package io.github.switchhook.conformance.steps;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.switchhook.conformance.target.LoginMessage;
import io.github.switchhook.conformance.target.Template;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.wire.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gets an agent a prepared session, by {@code prepareSession} or by the messages of the target's
 * profile.
 */
final class Login {
  private final Scene scene;

  Login(Scene scene) {
    this.scene = scene;
  }

  /** Returns a request to prepare a session for the agent. */
  static ObjectNode credentials(Participant participant, boolean override) {
    ObjectNode agent =
        Json.object()
            .put("id", participant.agent().id())
            .put("password", participant.agent().password().value());
    ObjectNode data =
        Json.object().put("model", "switchhook").put("override", override).set("agent", agent);
    return Json.object().put("command", "prepareSession").set("data", data);
  }

  /** Prepares a session, overriding one that an earlier run left behind. */
  void prepare(Participant participant) {
    if (scene.target().login().isEmpty()) {
      prepareSession(participant);
    } else {
      asTheProfileSays(participant);
    }
  }

  private void prepareSession(Participant participant) {
    JsonNode answer = request(participant, false);
    if (answer.path("result").asText().equals("confirm")) {
      answer = request(participant, true);
    }
    if (!Speech.succeeded(answer)) {
      throw failed(
          participant.name()
              + " sent prepareSession to prepare the scenario and got "
              + Json.write(answer));
    }
    JsonPointer place = scene.target().dialect().session();
    if (!participant.prepared(participant.line(), answer.at(place))) {
      throw failed(
          participant.name()
              + " could not log in: the success of prepareSession has no text at "
              + place
              + ", where it names the session");
    }
  }

  private JsonNode request(Participant participant, boolean override) {
    String text = Json.write(credentials(participant, override));
    Answer answer = participant.line().request(text, timeout());
    if (answer instanceof Answer.Lost lost) {
      throw failed(
          participant.name()
              + " sent prepareSession to prepare the scenario: "
              + lost.deviation().text());
    }
    return ((Answer.Message) answer).message();
  }

  private void asTheProfileSays(Participant participant) {
    Map<String, JsonNode> values = new HashMap<>();
    for (String name : List.of("agent.id", "agent.password", "agent.extension")) {
      values.put(name, TextNode.valueOf(scene.values().value(participant, name)));
    }
    int step = 0;
    for (LoginMessage message : scene.target().login()) {
      step++;
      String text =
          Json.write(
              Template.fill(
                  message.send(), name -> values.getOrDefault(name, MissingNode.getInstance())));
      Answer answer = participant.line().logIn(text, message::isReply, timeout());
      if (answer instanceof Answer.Lost lost) {
        throw failed(
            participant.name()
                + " could not log in: step "
                + step
                + " of login in the profile: "
                + lost.deviation().text());
      }
      JsonNode reply = ((Answer.Message) answer).message();
      message.capture().forEach((name, place) -> values.put(name, reply.at(place)));
    }
    JsonNode session = values.getOrDefault(LoginMessage.SESSION, MissingNode.getInstance());
    if (!participant.prepared(participant.line(), session)) {
      throw failed(
          participant.name()
              + " could not log in: no text stands where the profile captures the session");
    }
  }

  private Duration timeout() {
    return scene.target().timeouts().response();
  }

  /** Counts a login that failed and returns what to throw. */
  Stop failed(String why) {
    scene.stage().loginFailed();
    return scene.stop(Verdict.INCONCLUSIVE, why);
  }
}
