package io.github.switchhook.conformance.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.protocol.Result;
import io.github.switchhook.conformance.session.Awaited;
import io.github.switchhook.conformance.text.Excerpt;
import io.github.switchhook.conformance.verdict.Verdict;
import java.time.Duration;

/** The requests that bring agents where a scenario begins: each must succeed. */
final class PreambleRequests {
  /** The longest part of an answer that is shown, in UTF-16 units. */
  private static final int SHOWN = 500;

  private final ScenarioContext context;

  PreambleRequests(ScenarioContext context) {
    this.context = context;
  }

  /** Notes that an agent does not get into a session, and returns what to throw. */
  ScenarioStoppedException failedLogin(LoginFailure failure) {
    context.run().loginFailed();
    return context.recorder().stop(failure);
  }

  /**
   * Sends a request that must succeed.
   *
   * @param withBarrier whether the barrier goes along with it, so that everything it causes has
   *     been read when this returns
   * @throws ScenarioStoppedException if it does not succeed in time; the scenario is inconclusive
   */
  void send(
      TestAgent testAgent,
      String command,
      ObjectRole addressed,
      JsonNode data,
      boolean withBarrier) {
    ObjectNode request = request(testAgent, command, addressed, data);
    requireSuccess(testAgent, command, answer(testAgent, request, withBarrier));
    TestAgents.noteParty(testAgent, command, data);
  }

  private ObjectNode request(
      TestAgent testAgent, String command, ObjectRole addressed, JsonNode data) {
    return Json.object()
        .put("command", command)
        .put("target", context.values().written(testAgent, addressed))
        .set("data", data);
  }

  /**
   * Sends a request that a target may refuse, where that only means that the scenario is not for
   * it.
   *
   * @param why what it cannot do then
   * @throws ScenarioStoppedException if it is refused; the scenario is not supported
   */
  void sendIfSupported(
      TestAgent testAgent, String command, ObjectRole addressed, JsonNode data, String why) {
    if (!Result.isSuccess(answer(testAgent, request(testAgent, command, addressed, data), false))) {
      throw context.stop(Verdict.NOT_SUPPORTED, why);
    }
  }

  private JsonNode answer(TestAgent testAgent, ObjectNode request, boolean withBarrier) {
    Duration timeout = context.target().timeouts().response();
    String text = Json.write(request);
    Awaited answer =
        withBarrier
            ? testAgent.line().requestAndBarrier(text, timeout)
            : testAgent.line().request(text, timeout);
    return answer.fold(
        Awaited.Arrived::message,
        lost -> {
          throw failedLogin(
              new LoginFailure(
                  LoginFailure.LoginStep.SESSION,
                  testAgent.name()
                      + " sent "
                      + request.path("command").asText()
                      + " to prepare the scenario: "
                      + lost.deviation().text(),
                  lost.lookAt()));
        });
  }

  private void requireSuccess(TestAgent testAgent, String command, JsonNode answer) {
    if (!Result.isSuccess(answer)) {
      String what =
          testAgent.name()
              + " sent "
              + command
              + " to prepare the scenario and got "
              + Excerpt.of(Json.write(answer), SHOWN);
      throw command.equals(Commands.SESSION_START)
          ? failedLogin(
              new LoginFailure(LoginFailure.LoginStep.SESSION, what, "the code in that answer"))
          : context.stop(Verdict.INCONCLUSIVE, what);
    }
  }
}
