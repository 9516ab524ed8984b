package io.github.switchhook.conformance.steps;

import static io.github.switchhook.conformance.catalogue.Sentences.AGENT;
import static io.github.switchhook.conformance.catalogue.Sentences.PARTY;
import static io.github.switchhook.conformance.catalogue.Sentences.QUEUE;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.When;
import io.github.switchhook.conformance.catalogue.Sentences;
import io.github.switchhook.conformance.execution.ExternalParties;
import io.github.switchhook.conformance.execution.ScenarioContext;
import io.github.switchhook.conformance.execution.StimulusControl;
import io.github.switchhook.conformance.execution.TestSteps;
import io.github.switchhook.conformance.profile.Channels;
import io.github.switchhook.conformance.profile.Operations;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.scenario.ContactType;
import io.github.switchhook.conformance.scenario.PartyAct;
import io.github.switchhook.conformance.scenario.RemoteParty;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sentences behind When in which something happens beside the protocol: customers and far ends
 * act, time passes. {@link ExternalParties} and {@link StimulusControl} do it.
 */
public final class StimulusSteps {
  private final ScenarioContext context;
  private final TestSteps steps;
  private final ExternalParties externalParties;

  /** Defines steps of one scenario. */
  public StimulusSteps(ScenarioContext context) {
    this.context = context;
    this.steps = context.steps();
    this.externalParties = context.externalParties();
  }

  @When(
      "^(a|another) customer (calls|chats with|emails) (?:"
          + AGENT
          + "|the queue "
          + QUEUE
          + ")(?: with (\\{.*\\}))?$")
  public void customerContacts(
      String who,
      String verb,
      @Nullable String agent,
      @Nullable String queue,
      @Nullable String data) {
    steps.perform(
        who + " customer " + verb + " " + (agent == null ? "the queue " + queue : agent),
        () -> {
          String from =
              who.equals("a") ? context.values().caller() : context.values().otherCaller();
          JsonNode brought = data == null ? Json.object() : Json.parse(data).orElseThrow();
          if (agent != null) {
            externalParties.contact(ContactType.of(verb), from, context.testAgent(agent), brought);
          } else {
            externalParties.contact(ContactType.of(verb), from, String.valueOf(queue), brought);
          }
        });
  }

  @When("the customer leaves")
  public void customerLeaves() {
    steps.perform("the customer leaves", externalParties::leave);
  }

  @When("^" + AGENT + "'s connection drops$")
  public void connectionDrops(String agent) {
    context.needsCallsToStay(Channels.LOST_CONNECTION);
    steps.perform(
        agent + "'s connection drops",
        () -> context.testAgent(agent).line().drop(context.target().timeouts().response()));
  }

  @When("^the " + PARTY + " (answers|hangs up|is busy|refuses|does not answer)$")
  public void partyActs(String party, String verb) {
    steps.perform(
        "the " + party + " " + verb,
        () ->
            context
                .stimulusControl()
                .perform(
                    PartyAct.of(verb).operation(), externalParties.find(RemoteParty.of(party))));
  }

  @When("^the " + PARTY + " sends the digits \"([0-9A-D*#]+)\"$")
  public void partySendsDigits(String party, String digits) {
    steps.perform(
        "the " + party + " sends the digits " + digits,
        () ->
            context
                .stimulusControl()
                .perform(
                    Operations.SEND_DTMF,
                    externalParties.find(RemoteParty.of(party)).put("digits", digits)));
  }

  @When("^the agent leg of " + AGENT + " works$")
  public void agentLegWorks(String agent) {
    steps.perform(
        "the agent leg of " + agent + " works",
        () -> context.stimulusControl().agentLeg(context.testAgent(agent), false));
  }

  @When("^" + Sentences.RING_TIME_PASSES + "$")
  public void ringTimePasses(@Nullable String butForASecond) {
    pass((int) context.target().timeouts().ring().toSeconds() - (butForASecond == null ? 0 : 1));
  }

  @When("^" + Sentences.TIME_PASSES + "$")
  public void secondsPass(int seconds) {
    pass(seconds);
  }

  private void pass(int seconds) {
    steps.perform(
        passing(seconds),
        () ->
            context
                .stimulusControl()
                .perform(Operations.ADVANCE, Json.object().put("seconds", seconds)));
  }

  @When(
      "^"
          + AGENT
          + "'s (channel|chat channel|email channel) gets (required|optional) dispositions:$")
  public void getsDispositions(String agent, String channel, String kind, DataTable table) {
    steps.perform(
        agent + "'s " + channel + " gets " + kind + " dispositions",
        () ->
            context
                .stimulusControl()
                .setDispositions(
                    context.testAgent(agent),
                    ContactType.on(channel),
                    kind.equals("required"),
                    choices(table)));
  }

  static String passing(int seconds) {
    return seconds == 1 ? "1 second passes" : seconds + " seconds pass";
  }

  /** Reads a table of dispositions: names by id. */
  static Map<String, String> choices(DataTable table) {
    Map<String, String> choices = new LinkedHashMap<>();
    table.asMaps().forEach(row -> choices.put(row.get("id"), row.get("name")));
    return choices;
  }
}
