package io.github.switchhook.conformance.steps;

import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.verdict.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tries once, before any scenario, whether an agent can log in at all. */
public final class Rehearsal {
  private Rehearsal() {}

  /**
   * Logs an agent in and out; returns what is wrong, or empty if it worked.
   *
   * @param agent as scenarios call the agent, such as {@code Alice}
   */
  public static Optional<String> tryToLogIn(Stage stage, String agent) {
    Scene scene = new Scene(stage, new Scenario("logging in", "", 0, List.of(), List.of()));
    try {
      new Preparation(scene).bring(agent, Participant.Stage.LOGGED_IN);
      return Optional.empty();
    } catch (Stop stop) {
      return Optional.of(
          scene.result(null).findings().stream()
              .map(Finding::text)
              .collect(Collectors.joining("\n")));
    } finally {
      scene.end();
    }
  }
}
