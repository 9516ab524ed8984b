package io.github.switchhook.conformance.execution;

import io.github.switchhook.conformance.profile.Operations;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.session.AgentConnection;
import io.github.switchhook.conformance.session.Allowance;
import io.github.switchhook.conformance.session.Awaited;
import io.github.switchhook.conformance.session.BoundedConnection;
import io.github.switchhook.conformance.session.EnvelopedConnection;
import io.github.switchhook.conformance.wire.Wire;
import io.github.switchhook.conformance.wire.WireLog;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Ends the sessions that a scenario leaves behind, where the target cannot be reset: the next
 * scenario logs the same agents in and must not find them there. Its answers are not judged.
 */
final class Postamble {
  private static final String LOGOUT = Commands.SESSION_LOGOUT;
  private static final String START = Commands.SESSION_START;

  private final RunContext run;
  private final WireLog log;
  private final Allowance allowance;
  private final Map<TestAgent, Awaited> answers = new HashMap<>();

  Postamble(RunContext run, WireLog log, Allowance allowance) {
    this.allowance = allowance;
    this.run = run;
    this.log = log;
  }

  /** Sends an agent's logout, if that is needed, and reads up to its answer. */
  void logOut(TestAgent testAgent) {
    Optional<String> session = testAgent.view().target(ObjectRole.SESSION);
    if (!run.stimulus().can(Operations.RESET) && session.isPresent()) {
      answers.computeIfAbsent(testAgent, p -> send(p.line(), LOGOUT, session.get()));
    }
  }

  /** Ends an agent's session, however far the agent had come. */
  void to(TestAgent testAgent) {
    logOut(testAgent);
    Awaited answer = answers.get(testAgent);
    if (answer == null || succeeded(answer)) {
      return;
    }
    boolean over = answer.fold(came -> false, Awaited.Lost::over);
    if (over) {
      takeOver(testAgent);
    } else if (answer.response().isPresent()) {
      String session = testAgent.view().target(ObjectRole.SESSION).orElseThrow();
      // A session that is prepared and not started cannot log out.
      if (succeeded(send(testAgent.line(), START, session))) {
        send(testAgent.line(), LOGOUT, session);
      }
    }
  }

  /** Ends the session of a lost connection, which may live on, from a new connection. */
  private void takeOver(TestAgent testAgent) {
    try {
      AgentConnection line =
          testAgent.addLine(
              new EnvelopedConnection(
                  new BoundedConnection(run.wire().connect(testAgent.name(), log), allowance),
                  run.target()),
              deviation -> {});
      line.logIn(run.target(), testAgent.agent())
          .preparedSession()
          .filter(session -> succeeded(send(line, START, session)))
          .ifPresent(session -> send(line, LOGOUT, session));
    } catch (Wire.UnreachableException e) {
      // The next scenario will report it.
    }
  }

  private Awaited send(AgentConnection line, String command, String session) {
    return line.request(
        Json.write(
            Json.object()
                .put("command", command)
                .put("target", session)
                .set("data", Json.object())),
        // A target that has answered nothing so far is not waited for again.
        allowance.wasSilent() ? Duration.ZERO : run.target().timeouts().response());
  }

  private static boolean succeeded(Awaited answer) {
    return answer.response().filter(RequestSender::succeeded).isPresent();
  }
}
