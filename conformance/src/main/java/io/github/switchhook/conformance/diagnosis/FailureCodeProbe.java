package io.github.switchhook.conformance.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.execution.ScenarioContext;
import io.github.switchhook.conformance.execution.TestAgent;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.FailureCodes;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.session.Awaited;
import java.util.LinkedHashMap;
import java.util.Map;

/** Learns a target's failure codes from requests that every target refuses and that do no harm. */
final class FailureCodeProbe {
  private final ScenarioContext context;
  private final TestAgent alice;
  private final Map<String, String> codes = new LinkedHashMap<>();

  private FailureCodeProbe(ScenarioContext context, TestAgent alice) {
    this.context = context;
    this.alice = alice;
  }

  /**
   * Sends them in a started session.
   *
   * @return the target's code for each of PROTOCOL's that was observed and that the dialect lacks
   */
  static Map<String, String> learn(ScenarioContext context, TestAgent alice) {
    FailureCodeProbe codeProbe = new FailureCodeProbe(context, alice);
    String session = context.values().written(alice, ObjectRole.SESSION);
    codeProbe.learn(FailureCodes.UNKNOWN_COMMAND, "switchhook.unknown", session, Json.object());
    codeProbe.learn(
        FailureCodes.UNKNOWN_TARGET,
        Commands.CHANNEL_ACTIVATE,
        session + ".nowhere",
        Json.object());
    codeProbe.learn(FailureCodes.INVALID_STATE, Commands.SESSION_START, session, Json.object());
    alice.view().target(ObjectRole.CHANNEL).ifPresent(codeProbe::learnOn);
    return codeProbe.codes;
  }

  /**
   * Learns from a request on this channel; a target that activates it nonetheless has an active
   * one, which can dial.
   */
  private void learnOn(String channel) {
    ObjectNode unusable = Json.object().put("channeloptions", 5);
    if (!learn(FailureCodes.INVALID_DATA, Commands.CHANNEL_ACTIVATE, channel, unusable)) {
      learn(FailureCodes.INVALID_DATA, Commands.CHANNEL_DIAL, channel, Json.object());
    }
  }

  /** Returns whether the request was refused. */
  private boolean learn(String ours, String command, String target, ObjectNode data) {
    ObjectNode request = Json.object().put("command", command).put("target", target);
    Awaited answer =
        alice
            .line()
            .request(Json.write(request.set("data", data)), context.target().timeouts().response());
    Dialect dialect = context.target().dialect();
    JsonNode code =
        answer
            .response()
            .map(response -> response.at("/failure/code"))
            .orElseGet(MissingNode::getInstance);
    if (code.isTextual() && !code.textValue().equals(dialect.code(ours))) {
      codes.put(ours, code.textValue());
    }
    return code.isTextual();
  }
}
