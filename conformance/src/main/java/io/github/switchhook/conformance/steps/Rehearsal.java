package io.github.switchhook.conformance.steps;

import io.github.switchhook.conformance.catalogue.Scenario;
import java.util.List;
import java.util.Optional;

/** Tries once, before any scenario, whether an agent can log in at all. */
public final class Rehearsal {
  private Rehearsal() {}

  /**
   * Logs an agent in and out; returns what is wrong, or empty if it worked.
   *
   * @param agent as scenarios call the agent, such as {@code Alice}
   */
  public static Optional<Trouble> tryToLogIn(Stage stage, String agent) {
    Scene scene = new Scene(stage, new Scenario("logging in", "", 0, List.of(), List.of()));
    try {
      new Preparation(scene).bring(agent, Participant.Stage.LOGGED_IN);
      return Optional.empty();
    } catch (Stop stop) {
      return Optional.of(Trouble.of(stop, scene));
    } finally {
      leave(scene);
    }
  }

  /** Whatever is wrong with leaving shows in the scenarios. */
  static void leave(Scene scene) {
    try {
      scene.end();
    } catch (Stop stop) {
      // It stands in the docket of a scene that nobody judges.
    }
  }
}
