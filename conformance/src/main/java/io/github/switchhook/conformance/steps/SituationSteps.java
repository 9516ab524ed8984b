package io.github.switchhook.conformance.steps;

import static io.github.switchhook.conformance.catalogue.Sentences.AGENT;
import static io.github.switchhook.conformance.catalogue.Sentences.QUEUE;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.github.switchhook.conformance.catalogue.Sentences;
import io.github.switchhook.conformance.execution.Preamble;
import io.github.switchhook.conformance.execution.ScenarioContext;
import io.github.switchhook.conformance.execution.TestAgent;
import io.github.switchhook.conformance.profile.Operations;
import io.github.switchhook.conformance.protocol.Capabilities;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.scenario.AgentStage;
import io.github.switchhook.conformance.scenario.ContactType;
import io.github.switchhook.conformance.scenario.Situation;
import io.github.switchhook.conformance.verdict.Verdict;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sentences behind Given: where a scenario begins. {@link Preamble} brings agents there. */
public final class SituationSteps {
  private final ScenarioContext context;
  private final Preamble preamble;

  /** Defines steps of one scenario. */
  public SituationSteps(ScenarioContext context) {
    this.context = context;
    this.preamble = new Preamble(context);
  }

  @Given("^" + Sentences.IS_AT_STAGE + "$")
  public void isAt(String agent, String stage) {
    if (stage.endsWith("not ready")) {
      context.needsInactiveChannels();
    }
    AgentStage wanted =
        switch (stage) {
          case "connected" -> AgentStage.CONNECTED;
          case "prepared" -> AgentStage.PREPARED;
          case "logged in", "logged in and not ready" -> AgentStage.LOGGED_IN;
          default -> AgentStage.READY;
        };
    preamble.bring(agent, wanted);
  }

  @Given("^" + AGENT + " is ready in the queue " + QUEUE + "$")
  public void isInQueue(String agent, String queue) {
    preamble.joinQueue(agent, queue);
  }

  @Given("^" + Sentences.HAS_SITUATION + "$")
  public void has(String agent, String situation, @Nullable String partner) {
    if (partner == null) {
      preamble.bring(agent, Situation.of(situation));
    } else {
      preamble.bring(agent, Situation.of(situation), partner);
    }
  }

  @Given("^" + Sentences.HAS_DIALLED + "$")
  public void hasDialled(String agent, String destination) {
    preamble.dial(agent, destination);
  }

  /** Makes a channel of another agent unavailable: the first to have an endpoint holds it. */
  @Given("^" + AGENT + " has added a channel at (\\$\\S+)$")
  public void hasAddedAChannel(String agent, String endpoint) {
    preamble.addChannelAt(agent, endpoint);
  }

  @Given("^(a|another) customer has called (?:" + AGENT + "|the queue " + QUEUE + ")$")
  public void customerHasCalled(String who, @Nullable String agent, @Nullable String queue) {
    preamble.customer(
        () -> {
          String from =
              who.equals("a") ? context.values().caller() : context.values().otherCaller();
          if (agent != null) {
            context
                .externalParties()
                .contact(ContactType.CALL, from, context.testAgent(agent), Json.object());
          } else {
            context
                .externalParties()
                .contact(ContactType.CALL, from, String.valueOf(queue), Json.object());
          }
        });
  }

  @Given("^the agent leg of " + AGENT + " fails$")
  public void agentLegFails(String agent) {
    context.stimulusControl().agentLeg(preamble.bring(agent, AgentStage.LOGGED_IN), true);
  }

  @Given("^" + AGENT + " writes targets in the (full|short) form$")
  public void writesTargets(String agent, String form) {
    TestAgent testAgent = preamble.bring(agent, AgentStage.LOGGED_IN);
    if (form.equals("full") && !testAgent.view().hasGroup()) {
      throw context.stop(
          Verdict.NOT_APPLICABLE,
          "the target's channels stand in no group, so there is no full form");
    }
    testAgent.writesShortTargets(form.equals("short"));
  }

  @Given("^" + Sentences.LACKS + "$")
  public void lacks(String capability) {
    boolean declared = context.target().capabilities().contains(capability);
    if (!context.stimulusControl().can(Operations.CAPABILITY)) {
      if (!declared) {
        return;
      }
      throw context.stop(
          Verdict.NOT_APPLICABLE,
          "the target has " + capability + " and cannot be made to lack it");
    }
    context
        .stimulusControl()
        .change(Operations.CAPABILITY, Json.object().put("name", capability).put("on", false));
  }

  @Given(
      "^"
          + AGENT
          + "'s (channel|chat channel|email channel) has (required|optional) dispositions:$")
  public void hasDispositions(String agent, String channel, String kind, DataTable table) {
    context.needs(Set.of(Capabilities.DISPOSITIONS));
    context
        .stimulusControl()
        .setDispositions(
            preamble.bring(agent, AgentStage.LOGGED_IN),
            ContactType.on(channel),
            kind.equals("required"),
            StimulusSteps.choices(table));
    preamble.absorb();
  }
}
