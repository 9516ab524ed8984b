package io.github.switchhook.conformance.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.match.Alias;
import io.github.switchhook.conformance.match.Request;
import io.github.switchhook.conformance.wire.Json;
import java.util.Optional;

/** Says what agents say, and takes note of what follows from the answers. */
final class Speech {
  private final Scene scene;

  Speech(Scene scene) {
    this.scene = scene;
  }

  /**
   * Sends a command as a step of its own.
   *
   * @param target as it is written on the wire; empty for the object that the command names
   */
  JsonNode command(
      Participant participant,
      AgentLine line,
      String label,
      String command,
      Optional<String> target,
      JsonNode data) {
    ObjectNode request = Json.object().put("command", command);
    if (target.isPresent()) {
      request.put("target", target.get());
    } else if (!command.equals("prepareSession")) {
      request.put(
          "target",
          line.inItsSession(scene.values().written(participant, Alias.ofCommand(command))));
    }
    JsonNode answer = exchange(line, label, Json.write(request.set("data", data)));
    if (succeeded(answer)) {
      Participants.noteParty(participant, command, data);
      if (command.equals("prepareSession")) {
        participant.prepared(line, answer.at(scene.target().dialect().session()));
      }
    }
    return answer;
  }

  /** Sends a text and waits for its response; returns an empty object if none came. */
  JsonNode exchange(AgentLine line, String label, String text) {
    scene.acts().begin();
    Request request = Request.ofText(label, spelled(text));
    Answer answer = line.request(text, scene.target().timeouts().response());
    scene.acts().perform(new Act(label, new Act.Exchange(line, request, answer)));
    return answer instanceof Answer.Message message ? message.message() : Json.object();
  }

  /** Answers repeat what the target was sent, in its spelling, as far as its envelope has room. */
  private String spelled(String text) {
    return Json.parse(text)
        .map(scene.target().dialect().requests()::spell)
        .map(message -> Json.write(scene.target().envelope().carried(message)))
        .orElse(text);
  }

  static boolean succeeded(JsonNode answer) {
    return answer.path("result").asText().equals("success");
  }
}
