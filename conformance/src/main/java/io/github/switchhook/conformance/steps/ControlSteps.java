package io.github.switchhook.conformance.steps;

import static io.github.switchhook.conformance.catalogue.Sentences.AGENT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.switchhook.conformance.execution.JournalWait;
import io.github.switchhook.conformance.execution.ScenarioContext;
import io.github.switchhook.conformance.execution.StimulusControl;
import io.github.switchhook.conformance.execution.TestAgent;
import io.github.switchhook.conformance.execution.TestStep;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.profile.Operations;
import io.github.switchhook.conformance.protocol.Capabilities;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.JsonTrees;
import io.github.switchhook.fixtures.Aspect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The sentences about the switch itself, for switches with a control of their own: faults,
 * capabilities that come and go, its recordings, its journal, its state.
 */
public final class ControlSteps {
  private final ScenarioContext context;
  private final StimulusControl stimulusControl;

  /** Defines steps of one scenario. */
  public ControlSteps(ScenarioContext context) {
    this.context = context;
    this.stimulusControl = context.stimulusControl();
  }

  @Given(
      "^the fault ([a-z-]+) strikes (the next|every) ([\\w.]+)(?: of "
          + AGENT
          + ")?(?: with (\\{.*\\}))?$")
  public void faultStrikes(
      String kind, String times, String name, @Nullable String agent, @Nullable String json) {
    ObjectNode fault = Json.object().put("kind", kind);
    if (!name.equals("message")) {
      fault.put("on", name);
    }
    if (agent != null) {
      fault.put("agent", extension(agent));
    }
    if (times.equals("every")) {
      fault.put("times", "all");
    }
    if (json != null) {
      fault.setAll((ObjectNode) Json.parse(json).orElseThrow());
    }
    stimulusControl.change(Operations.FAULT, fault);
  }

  @Then("^the fault ([a-z-]+) has struck (once|twice|\\d+ times)$")
  public void faultHasStruck(String kind, String often) {
    int expected =
        switch (often) {
          case "once" -> 1;
          case "twice" -> 2;
          default -> Integer.parseInt(often.substring(0, often.indexOf(' ')));
        };
    int struck =
        elements(stimulusControl.perform(Operations.FAULTS, Json.object()).path("faults")).stream()
            .filter(fault -> fault.path("kind").asText().equals(kind))
            .mapToInt(fault -> fault.path("struck").asInt())
            .sum();
    require("the fault " + kind + " has struck", String.valueOf(expected), String.valueOf(struck));
  }

  @When("^the switch (stops|starts) supporting (\\S+)$")
  public void switches(String verb, String capability) {
    boolean on = verb.equals("starts");
    context
        .steps()
        .perform(
            "the switch " + verb + " supporting " + capability,
            () ->
                stimulusControl.change(
                    Operations.CAPABILITY, Json.object().put("name", capability).put("on", on)));
  }

  @When("the switch is reset")
  public void isReset() {
    context
        .steps()
        .perform(
            "the switch is reset", () -> stimulusControl.change(Operations.RESET, Json.object()));
  }

  @When("^at most (\\d+) seconds? pass(?:es)? until " + AGENT + " (sees|sends) ([\\w.]+)$")
  public void passUntil(int seconds, String agent, String verb, String name) {
    TestAgent testAgent = context.testAgent(agent);
    context.steps().begin();
    context
        .steps()
        .perform(
            new TestStep(
                "at most " + StimulusSteps.passing(seconds) + " until " + agent + " " + verb,
                null));
    JsonNode seen = new JournalWait(context).until(seconds, testAgent, verb, name);
    if (!seen.path("seen").asBoolean()) {
      context
          .recorder()
          .record(
              Aspect.EVENTS,
              new Deviation(
                  DeviationKind.MISSING,
                  name + " did not come: " + seen.path("explanation").asText()));
    }
  }

  @Then("^the last events in " + AGENT + "'s journal are ([\\w.]+(?:, [\\w.]+)*)$")
  public void lastEvents(String agent, String names) {
    if (lacks(Operations.JOURNAL, "tell what it has sent")) {
      return;
    }
    List<String> expected = List.of(names.split(", "));
    List<String> events =
        elements(
                stimulusControl
                    .perform(Operations.JOURNAL, Json.object().put("agent", extension(agent)))
                    .path("entries"))
            .stream()
            .filter(entry -> entry.path("kind").asText().equals("event"))
            .map(entry -> entry.path("name").asText())
            .collect(Collectors.toList());
    require(
        "the last events in " + agent + "'s journal are",
        names,
        String.join(
            ", ", events.subList(Math.max(0, events.size() - expected.size()), events.size())));
  }

  @Then(
      "^the recording of "
          + AGENT
          + "'s call is (OFF|ON|PAUSED)(?: with segments? of (\\d+(?:, \\d+)*) seconds)?$")
  public void recordingIs(String agent, String state, @Nullable String segments) {
    if (lacks(Capabilities.RECORDING, "show its recordings")) {
      return;
    }
    JsonNode recording =
        stimulusControl.perform(Operations.RECORDING, Json.object().put("agent", extension(agent)));
    String whose = "the recording of " + agent + "'s call";
    require(whose + " is", state, recording.path("state").asText());
    if (segments != null) {
      String now = recording.path("time").asText();
      require(
          whose + " has segments, in seconds, of",
          segments,
          elements(recording.path("segments")).stream()
              .map(segment -> String.valueOf(seconds(segment, now)))
              .collect(Collectors.joining(", ")));
    }
  }

  private static long seconds(JsonNode segment, String now) {
    return Duration.between(
            Instant.parse(segment.path("from").asText()),
            Instant.parse(segment.path("to").asText(now)))
        .toSeconds();
  }

  @Then("^the switch shows " + AGENT + " with (\\{.*\\})$")
  public void shows(String agent, String json) {
    if (lacks(Operations.SNAPSHOT, "show what is up")) {
      return;
    }
    TestAgent testAgent = context.testAgent(agent);
    JsonNode expected = context.values().fillJson(testAgent, json);
    JsonNode session =
        elements(stimulusControl.perform(Operations.SNAPSHOT, Json.object()).path("sessions"))
            .stream()
            .filter(each -> each.path("agent").asText().equals(testAgent.agent().id()))
            .findFirst()
            .orElseGet(Json::object);
    List<String> lacking = JsonTrees.lacks(agent + "'s session", expected, session);
    if (!lacking.isEmpty()) {
      effect(lacking);
    }
  }

  /** Skips what the target cannot show; the scenario goes on. */
  private boolean lacks(String operation, String what) {
    boolean lacks = !stimulusControl.can(operation);
    if (lacks) {
      context.recorder().skip(Aspect.EFFECT, "the target cannot " + what);
    }
    return lacks;
  }

  private void require(String what, String expected, String actual) {
    if (!actual.equals(expected)) {
      effect(List.of(what + " " + actual + ", expected " + expected));
    }
  }

  private void effect(List<String> wrong) {
    List<Deviation> deviations =
        wrong.stream().map(text -> new Deviation(DeviationKind.WRONG_EFFECT, text)).toList();
    context.recorder().record(Aspect.EFFECT, deviations, String.join("\n", wrong));
  }

  private String extension(String agent) {
    return context.testAgent(agent).agent().extension();
  }

  private static List<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
