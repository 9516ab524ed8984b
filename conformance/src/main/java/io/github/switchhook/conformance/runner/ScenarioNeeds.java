package io.github.switchhook.conformance.runner;

import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.catalogue.Step;
import io.github.switchhook.conformance.scenario.Action;
import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.scenario.ScenarioStep;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells who takes part in a scenario before it is played, for whoever draws it. */
public final class ScenarioNeeds {
  private static final Pattern OUTSIDE = Pattern.compile("customer|far end|party");

  private ScenarioNeeds() {}

  public static List<String> agents(ScenarioFile scenario) {
    return scenario.agents().keySet().stream().map(ScenarioNeeds::capitalized).toList();
  }

  public static boolean outside(ScenarioFile scenario) {
    return scenario.steps().stream()
        .map(ScenarioStep::action)
        .anyMatch(
            action -> action instanceof Action.Customer || action instanceof Action.PartyActs);
  }

  public static List<String> agents(Scenario scenario) {
    return ScenarioFile.AGENTS.stream()
        .map(ScenarioNeeds::capitalized)
        .filter(name -> scenario.steps().stream().anyMatch(step -> step.text().contains(name)))
        .toList();
  }

  public static boolean outside(Scenario scenario) {
    return scenario.steps().stream().map(Step::text).anyMatch(text -> OUTSIDE.matcher(text).find());
  }

  private static String capitalized(String agent) {
    return agent.substring(0, 1).toUpperCase(Locale.ROOT) + agent.substring(1);
  }
}
