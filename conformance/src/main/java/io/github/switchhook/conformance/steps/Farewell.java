package io.github.switchhook.conformance.steps;

import io.github.switchhook.conformance.match.Alias;
import io.github.switchhook.conformance.wire.EnvelopedConnection;
import io.github.switchhook.conformance.wire.Json;
import io.github.switchhook.conformance.wire.Login;
import io.github.switchhook.conformance.wire.Wire;
import io.github.switchhook.conformance.wire.WireLog;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Ends the sessions that a scenario leaves behind, where the target cannot be reset: the next
 * scenario logs the same agents in and must not find them there. Nothing of it is judged.
 */
final class Farewell {
  private static final String LOGOUT = "session.request.logout";
  private static final String START = "session.start";

  private final Stage stage;
  private final WireLog log;
  private final Allowance allowance;
  private final Map<Participant, Answer> answers = new HashMap<>();

  Farewell(Stage stage, WireLog log, Allowance allowance) {
    this.allowance = allowance;
    this.stage = stage;
    this.log = log;
  }

  /** Sends an agent's logout, if that is needed, and reads up to its answer. */
  void logOut(Participant participant) {
    Optional<String> session = participant.view().target(Alias.SESSION);
    if (!stage.stimulus().can("reset") && session.isPresent()) {
      answers.computeIfAbsent(participant, p -> send(p.line(), LOGOUT, session.get()));
    }
  }

  /** Ends an agent's session, however far the agent had come. */
  void to(Participant participant) {
    logOut(participant);
    Answer answer = answers.get(participant);
    if (answer instanceof Answer.Lost lost) {
      if (lost.over()) {
        takeOver(participant);
      }
    } else if (answer != null && !succeeded(answer)) {
      String session = participant.view().target(Alias.SESSION).orElseThrow();
      // What was prepared and not started yet cannot log out.
      if (succeeded(send(participant.line(), START, session))) {
        send(participant.line(), LOGOUT, session);
      }
    }
  }

  /** The connection is gone and the session may live on: another connection can end it. */
  private void takeOver(Participant participant) {
    try {
      AgentLine line =
          participant.addLine(
              new EnvelopedConnection(
                  new BoundedConnection(stage.wire().connect(participant.name(), log), allowance),
                  stage.target()),
              deviation -> {});
      if (line.logIn(stage.target(), participant.agent()) instanceof Login.Outcome.Prepared prepared
          && succeeded(send(line, START, prepared.session()))) {
        send(line, LOGOUT, prepared.session());
      }
    } catch (Wire.UnreachableException e) {
      // The next scenario will say so.
    }
  }

  private Answer send(AgentLine line, String command, String session) {
    return line.request(
        Json.write(
            Json.object()
                .put("command", command)
                .put("target", session)
                .set("data", Json.object())),
        // Who has answered nothing so far need not be waited for once more.
        allowance.wasSilent() ? Duration.ZERO : stage.target().timeouts().response());
  }

  private static boolean succeeded(Answer answer) {
    return answer instanceof Answer.Message message
        && message.message().path("result").asText().equals("success");
  }
}
