package io.github.switchhook.conformance.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.profile.Operations;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.scenario.ContactType;
import io.github.switchhook.conformance.session.Allowance;
import io.github.switchhook.conformance.stimulus.BrokenStimulusException;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.conformance.stimulus.UnsupportedStimulusException;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLog;
import io.github.switchhook.fixtures.Aspect;
import java.time.Duration;
import java.util.Map;

/**
 * Performs the stimuli of one scenario, beside the protocol, and reverts them at the end. Used by
 * the kit's thread alone.
 */
public final class StimulusControl {
  private final RunContext run;
  private final Stimulus stimulus;
  private final WireLog log;
  private final FindingRecorder recorder;
  private final Allowance allowance;
  private boolean changedTheSwitch;
  private boolean stimulated;

  StimulusControl(RunContext run, WireLog log, FindingRecorder recorder, Allowance allowance) {
    this.allowance = allowance;
    this.run = run;
    this.stimulus = run.stimulus();
    this.log = log;
    this.recorder = recorder;
  }

  public boolean can(String operation) {
    return stimulus.can(operation);
  }

  /** Makes the target do something; ends the scenario if it cannot. */
  public JsonNode perform(String operation, ObjectNode arguments) {
    if (!can(operation)) {
      throw recorder.stop(Verdict.NOT_SUPPORTED, "the target cannot be made to: " + operation);
    }
    stimulated = true;
    long began = System.nanoTime();
    try {
      log.note(
          WireLine.Direction.ACT,
          Json.write(Json.object().put("act", operation).setAll(arguments)));
      return stimulus.perform(operation, arguments);
    } catch (RuntimeException e) {
      throw recorder.stop(
          weight(e),
          "the target could not be made to "
              + operation
              + " "
              + Json.write(arguments)
              + ": "
              + e.getMessage());
    } finally {
      // Whether it waits, asks a person or runs a program: it has a limit of its own, if any.
      allowance.extend(Duration.ofNanos(System.nanoTime() - began));
    }
  }

  /**
   * Makes the target do something with an argument that may be left out; ends the scenario if the
   * target would not heed that.
   */
  JsonNode performWith(String argument, String operation, ObjectNode arguments) {
    if (!stimulus.heeds(operation, argument)) {
      throw recorder.stop(
          Verdict.NOT_SUPPORTED,
          "the target cannot be made to: " + operation + " with " + argument);
    }
    return perform(operation, arguments);
  }

  /** Tells whether anything was done since this was last asked. */
  boolean takeStimulated() {
    boolean taken = stimulated;
    stimulated = false;
    return taken;
  }

  /** Makes the target do something that changes the switch itself, not only its calls. */
  public void change(String operation, ObjectNode arguments) {
    changedTheSwitch = true;
    perform(operation, arguments);
  }

  /** Lets an agent's leg fail to connect from now on, or not. */
  public void agentLeg(TestAgent testAgent, boolean fails) {
    change(
        Operations.AGENT_LEG,
        Json.object().put("agent", testAgent.agent().extension()).put("fails", fails));
  }

  /**
   * Gives an agent's channel external dispositions.
   *
   * @param channel the one of that medium
   * @param choices names by id, in order
   */
  public void setDispositions(
      TestAgent testAgent, ContactType channel, boolean required, Map<String, String> choices) {
    ArrayNode dispositions = Json.object().arrayNode();
    choices.forEach((id, name) -> dispositions.add(Json.object().put("id", id).put("name", name)));
    change(
        Operations.DISPOSITIONS,
        Json.object()
            .put("agent", channel.endpoint(testAgent.agent()))
            .put("required", required)
            .set("dispositions", dispositions));
  }

  /**
   * Records a finding if a party has heard other digits than these.
   *
   * @param words what the scenario calls the party that must have heard them
   * @param party that party, as arguments of the stimulus
   */
  public void requireHeard(String words, ObjectNode party, String digits) {
    String heard = perform(Operations.HEARD, party).path("digits").asText();
    if (!heard.equals(digits)) {
      recorder.record(
          Aspect.EFFECT,
          new Deviation(
              DeviationKind.WRONG_EFFECT,
              "the " + words + " has heard \"" + heard + "\", expected \"" + digits + "\""));
    }
  }

  /**
   * Returns the verdict for a failed stimulus: a refusal is the target's; a stimulus that could not
   * even be requested is the fault of the kit or its operator.
   */
  private static Verdict weight(RuntimeException failure) {
    if (failure instanceof UnsupportedStimulusException) {
      return Verdict.NOT_SUPPORTED;
    }
    return failure instanceof BrokenStimulusException ? Verdict.ERROR : Verdict.INCONCLUSIVE;
  }

  /**
   * Brings the switch back to where it was.
   *
   * @param used whether any agent took part
   */
  void restore(boolean used) {
    try {
      if (can(Operations.RESET)) {
        if (used || changedTheSwitch) {
          stimulus.perform(Operations.RESET, Json.object());
        }
      } else if (changedTheSwitch && can(Operations.CAPABILITY)) {
        for (String capability : run.target().capabilities()) {
          stimulus.perform(
              Operations.CAPABILITY, Json.object().put("name", capability).put("on", true));
        }
      }
    } catch (RuntimeException e) {
      recorder.close(
          weight(e), "the target could not be brought back to where it was: " + e.getMessage());
    }
  }
}
