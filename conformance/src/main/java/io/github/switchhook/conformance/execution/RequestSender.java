package io.github.switchhook.conformance.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.match.Request;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.protocol.Result;
import io.github.switchhook.conformance.session.AgentConnection;
import io.github.switchhook.conformance.session.Awaited;
import java.util.Optional;

/** Sends the requests of agents and records what follows from the answers. */
public final class RequestSender {
  private final ScenarioContext context;

  public RequestSender(ScenarioContext context) {
    this.context = context;
  }

  /**
   * Sends a command as a step of its own.
   *
   * @param target as it is written on the wire; empty for the object that the command names
   */
  public JsonNode command(
      TestAgent testAgent,
      AgentConnection line,
      String label,
      String command,
      Optional<String> target,
      JsonNode data) {
    ObjectNode request = Json.object().put("command", command);
    if (target.isPresent()) {
      request.put("target", target.get());
    } else if (!command.equals(Commands.PREPARE_SESSION)) {
      request.put(
          "target",
          line.inItsSession(context.values().written(testAgent, ObjectRole.ofCommand(command))));
    }
    JsonNode answer = exchange(line, label, Json.write(request.set("data", data)));
    if (succeeded(answer)) {
      TestAgents.noteParty(testAgent, command, data);
      if (command.equals(Commands.PREPARE_SESSION)) {
        testAgent.prepared(line, answer.at(context.target().dialect().session()));
      }
    }
    return answer;
  }

  /** Sends a text and waits for its response; returns an empty object if none came. */
  public JsonNode exchange(AgentConnection line, String label, String text) {
    context.steps().begin();
    Request request = Request.ofText(label, spelled(text));
    Awaited answer = line.request(text, context.target().timeouts().response());
    context
        .steps()
        .perform(new TestStep(label, new TestStep.RequestResponse(line, request, answer)));
    return answer.response().orElseGet(Json::object);
  }

  /** Answers repeat what the target was sent, in its spelling, as far as its envelope has room. */
  private String spelled(String text) {
    return Json.parse(text)
        .map(context.target().dialect().requests()::spell)
        .map(message -> Json.write(context.target().envelope().carried(message)))
        .orElse(text);
  }

  public static boolean succeeded(JsonNode answer) {
    return Result.isSuccess(answer);
  }
}
