package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.catalogue.AgentNames;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One scenario, ready to be played. Immutable.
 *
 * @param name what reports call it
 * @param path the file that it stands in, for people and editors
 * @param line where its steps begin; the row's number for a scenario that is played once per row
 * @param needs the capabilities that a target must have
 * @param agents how far each agent has come before the first step, in the order of the file
 * @param variables what {@code $name} stands for; names that are not here are roles of the target
 * @param steps what happens
 */
public record ScenarioFile(
    String name,
    String path,
    int line,
    Set<String> needs,
    Map<String, AgentStage> agents,
    Map<String, String> variables,
    List<ScenarioStep> steps) {
  public ScenarioFile {
    needs = Set.copyOf(needs);
    agents = Collections.unmodifiableMap(new LinkedHashMap<>(agents));
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    steps = List.copyOf(steps);
  }

  /** Returns the names of the agents as people read them, such as {@code Alice}. */
  public List<String> agentNames() {
    return agents.keySet().stream().map(AgentNames::inSentence).toList();
  }

  /** Tells whether a customer or another party outside does something in it. */
  public boolean hasExternalParties() {
    return steps.stream().map(ScenarioStep::action).anyMatch(Action::isExternal);
  }

  /** Returns the same scenario by another name. */
  public ScenarioFile named(String other) {
    return new ScenarioFile(other, path, line, needs, agents, variables, steps);
  }
}
