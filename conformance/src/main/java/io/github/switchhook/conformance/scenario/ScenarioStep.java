package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.protocol.ObjectRole;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One step: an action and its expected outcome.
 *
 * @param title what it is called in ladders and reports
 * @param place file and line
 * @param action what is done
 * @param sees what agents see of it; nothing is asserted about agents that are not named
 * @param states the states that objects must have afterwards
 */
public record ScenarioStep(
    String title,
    String place,
    Action action,
    Map<String, ExpectedEvents> sees,
    List<StateCheck> states) {
  public ScenarioStep {
    sees = Collections.unmodifiableMap(new LinkedHashMap<>(sees));
    states = List.copyOf(states);
  }

  /**
   * An object's expected state, as its last events reported it.
   *
   * @param agent whose object
   * @param object which one
   * @param column {@code state}, {@code muted}, {@code recording} or {@code busy}
   * @param value what it must be
   */
  public record StateCheck(String agent, ObjectRole object, String column, String value) {}
}
