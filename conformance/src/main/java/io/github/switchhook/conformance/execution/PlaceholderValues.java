package io.github.switchhook.conformance.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.profile.Agent;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.scenario.ContactType;
import io.github.switchhook.conformance.verdict.Verdict;
import java.util.Optional;

/**
 * Resolves the placeholders of a scenario for this target: {@code $channel}, {@code
 * $bob.extension}, {@code $answers}. A placeholder without a value ends the scenario.
 */
public final class PlaceholderValues {
  private final Target target;
  private final TestAgents testAgents;
  private final FindingRecorder recorder;

  PlaceholderValues(Target target, TestAgents testAgents, FindingRecorder recorder) {
    this.target = target;
    this.testAgents = testAgents;
    this.recorder = recorder;
  }

  /** Fills in a text as this agent means it. */
  public String fill(TestAgent acting, String text) {
    return Placeholders.fill(text, name -> value(acting, name));
  }

  /** Fills in the strings of a JSON text. */
  public JsonNode fillJson(TestAgent acting, String json) {
    return Placeholders.fillJson(json, name -> value(acting, name));
  }

  /** Returns the value of a placeholder, without its dollar, for this agent. */
  String value(TestAgent acting, String name) {
    int dot = name.indexOf('.');
    if (name.equals("group")) {
      return group(acting);
    }
    if (dot < 0) {
      return ObjectRole.of(name).map(role -> written(acting, role)).orElseGet(() -> number(name));
    }
    String who = name.substring(0, dot);
    Agent agent =
        who.equals("agent") ? acting.agent() : testAgents.agent(AgentNames.inSentence(who));
    return switch (name.substring(dot + 1)) {
      case "id" -> agent.id();
      case "password" -> agent.password().value();
      case "extension" -> agent.extension();
      case "chat" -> ContactType.CHAT.endpoint(agent);
      case "email" -> ContactType.EMAIL.endpoint(agent);
      default ->
          written(
              who.equals("agent") ? acting : testAgents.called(AgentNames.inSentence(who)),
              ObjectRole.of(name.substring(dot + 1)).orElseThrow());
    };
  }

  /** Returns an object's target as the agent writes it. */
  public String written(TestAgent testAgent, ObjectRole role) {
    return testAgent
        .written(role)
        .orElseThrow(
            () ->
                recorder.stop(
                    Verdict.INCONCLUSIVE,
                    "the scenario goes on with the "
                        + role.words()
                        + " of "
                        + testAgent.name()
                        + ", but the target has told of none"));
  }

  /** Returns the group of an agent's first channel; a group is not an object of its own. */
  private String group(TestAgent testAgent) {
    String channel = written(testAgent, ObjectRole.CHANNEL);
    if (!testAgent.view().hasGroup()) {
      throw recorder.stop(Verdict.NOT_APPLICABLE, "the target's channels stand in no group");
    }
    return channel.substring(0, channel.lastIndexOf('.'));
  }

  /** Returns the address of the customer that calls or writes. */
  public String caller() {
    return number("caller");
  }

  /** Returns the address of another customer. */
  public String otherCaller() {
    return number("otherCaller");
  }

  private String number(String role) {
    return Optional.ofNullable(target.numbers().get(role))
        .or(() -> Optional.ofNullable(Target.USUAL_NUMBERS.get(role)))
        .orElseThrow(
            () ->
                recorder.stop(
                    Verdict.NOT_SUPPORTED, "the target names no number for the role " + role));
  }
}
