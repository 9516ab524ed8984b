package io.github.switchhook.conformance.execution;

import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.scenario.AgentStage;
import java.util.List;
import java.util.Optional;

/** Checks once, before the first scenario, whether an agent can log in at all. */
public final class LoginCheck {
  private LoginCheck() {}

  /**
   * Logs an agent in and out; returns what is wrong, or empty if it worked.
   *
   * @param agent as scenarios call the agent, such as {@code Alice}
   */
  public static Optional<LoginFailure> tryToLogIn(RunContext run, String agent) {
    ScenarioContext context =
        new ScenarioContext(run, new Scenario("logging in", "", 0, List.of(), List.of()));
    try {
      new Preamble(context).bring(agent, AgentStage.LOGGED_IN);
      return Optional.empty();
    } catch (ScenarioStoppedException stop) {
      return Optional.of(LoginFailure.of(stop, context));
    } finally {
      leave(context);
    }
  }

  /** Logs out and judges nothing: what is wrong with logging out shows in the scenarios. */
  public static void leave(ScenarioContext context) {
    try {
      context.end();
    } catch (ScenarioStoppedException stop) {
      // The findings of this context are not judged.
    }
  }
}
