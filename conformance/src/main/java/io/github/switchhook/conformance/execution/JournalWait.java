package io.github.switchhook.conformance.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.profile.Operations;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.session.AgentConnection;
import java.time.Duration;

/**
 * Lets time pass, a second at a time, until an agent has seen or sent something. This is read from
 * the switch's journal, which explains what came instead; without a journal, from the events that
 * the kit received.
 */
public final class JournalWait {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ScenarioContext context;
  private final StimulusControl stimulusControl;

  public JournalWait(ScenarioContext context) {
    this.context = context;
    this.stimulusControl = context.stimulusControl();
  }

  /**
   * Waits until the agent has seen or sent something, or the time is over.
   *
   * @param verb {@code sees} or {@code sends}
   * @return {@code {seen}}, and {@code {explanation}} where that is false
   */
  public JsonNode until(int seconds, TestAgent testAgent, String verb, String name) {
    boolean journal = stimulusControl.can(Operations.AWAIT);
    ObjectNode wanted =
        Json.object()
            .put("agent", testAgent.agent().extension())
            .put(verb.equals("sees") ? "event" : "command", name);
    if (journal) {
      wanted.put(
          "since",
          stimulusControl
              .perform(Operations.JOURNAL, Json.object().put("limit", 0))
              .path("last")
              .asLong());
    }
    JsonNode seen = look(journal, testAgent, wanted, name);
    for (int i = 0; i < seconds && !seen.path("seen").asBoolean(); i++) {
      pass(testAgent);
      seen = look(journal, testAgent, wanted, name);
    }
    return seen;
  }

  private JsonNode look(boolean journal, TestAgent testAgent, ObjectNode wanted, String name) {
    if (journal) {
      return stimulusControl.perform(Operations.AWAIT, wanted.deepCopy().put("timeoutMillis", 0));
    }
    testAgent.lines().forEach(AgentConnection::absorbWaiting);
    return Json.object()
        .put("seen", testAgent.hasSeen(name))
        .put("explanation", "expected " + name + " on " + testAgent.name() + "'s connection");
  }

  private void pass(TestAgent testAgent) {
    if (stimulusControl.can(Operations.ADVANCE)) {
      stimulusControl.perform(Operations.ADVANCE, Json.object().put("seconds", 1));
      context.steps().settle();
    } else {
      context.allowance().extend(SECOND);
      testAgent.line().hear(SECOND);
    }
  }
}
