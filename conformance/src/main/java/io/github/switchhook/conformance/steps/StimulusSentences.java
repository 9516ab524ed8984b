package io.github.switchhook.conformance.steps;

import static io.github.switchhook.conformance.steps.Phrases.AGENT;
import static io.github.switchhook.conformance.steps.Phrases.PARTY;
import static io.github.switchhook.conformance.steps.Phrases.QUEUE;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.When;
import io.github.switchhook.conformance.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sentences behind When in which something happens beside the protocol: customers and far ends
 * act, time passes. {@link Outsiders} and {@link Steering} do it.
 */
public final class StimulusSentences {
  private final Scene scene;
  private final Acts acts;
  private final Outsiders outsiders;

  /** Speaks in one scene. */
  public StimulusSentences(Scene scene) {
    this.scene = scene;
    this.acts = scene.acts();
    this.outsiders = scene.outsiders();
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
    acts.perform(
        who + " customer " + verb + " " + (agent == null ? "the queue " + queue : agent),
        () -> {
          String from = who.equals("a") ? scene.values().caller() : scene.values().otherCaller();
          JsonNode brought = data == null ? Json.object() : Json.parse(data).orElseThrow();
          if (agent != null) {
            outsiders.contact(Medium.of(verb), from, scene.participant(agent), brought);
          } else {
            outsiders.contact(Medium.of(verb), from, String.valueOf(queue), brought);
          }
        });
  }

  @When("the customer leaves")
  public void customerLeaves() {
    acts.perform("the customer leaves", outsiders::leave);
  }

  @When("^" + AGENT + "'s connection drops$")
  public void connectionDrops(String agent) {
    acts.perform(
        agent + "'s connection drops",
        () -> scene.participant(agent).line().drop(scene.target().timeouts().response()));
  }

  @When("^the " + PARTY + " (answers|hangs up|is busy|refuses|does not answer)$")
  public void partyActs(String party, String verb) {
    String operation =
        switch (verb) {
          case "answers" -> "answer";
          case "hangs up" -> "hangup";
          case "is busy" -> "busy";
          case "refuses" -> "refuse";
          default -> "noanswer";
        };
    acts.perform(
        "the " + party + " " + verb,
        () -> scene.steering().perform(operation, outsiders.find(Participant.Party.of(party))));
  }

  @When("^the " + PARTY + " sends the digits \"([0-9A-D*#]+)\"$")
  public void partySendsDigits(String party, String digits) {
    acts.perform(
        "the " + party + " sends the digits " + digits,
        () ->
            scene
                .steering()
                .perform(
                    "senddtmf", outsiders.find(Participant.Party.of(party)).put("digits", digits)));
  }

  @When("^the agent leg of " + AGENT + " works$")
  public void agentLegWorks(String agent) {
    acts.perform(
        "the agent leg of " + agent + " works",
        () -> scene.steering().agentLeg(scene.participant(agent), false));
  }

  @When("^(\\d+) seconds? pass(?:es)?$")
  public void secondsPass(int seconds) {
    acts.perform(
        seconds + " seconds pass",
        () -> scene.steering().perform("advance", Json.object().put("seconds", seconds)));
  }

  @When(
      "^"
          + AGENT
          + "'s (channel|chat channel|email channel) gets (required|optional) dispositions:$")
  public void getsDispositions(String agent, String channel, String kind, DataTable table) {
    acts.perform(
        agent + "'s " + channel + " gets " + kind + " dispositions",
        () ->
            scene
                .steering()
                .setDispositions(
                    scene.participant(agent),
                    Medium.on(channel),
                    kind.equals("required"),
                    choices(table)));
  }

  /** Reads a table of dispositions: names by id. */
  static Map<String, String> choices(DataTable table) {
    Map<String, String> choices = new LinkedHashMap<>();
    table.asMaps().forEach(row -> choices.put(row.get("id"), row.get("name")));
    return choices;
  }
}
