package io.github.switchhook.conformance.steps;

import static io.github.switchhook.conformance.steps.Phrases.AGENT;
import static io.github.switchhook.conformance.steps.Phrases.QUEUE;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.wire.Json;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sentences behind Given: where a scenario begins. {@link Preparation} brings agents there. */
public final class SituationSentences {
  private final Scene scene;
  private final Preparation preparation;

  /** Speaks in one scene. */
  public SituationSentences(Scene scene) {
    this.scene = scene;
    this.preparation = new Preparation(scene);
  }

  @Given("^" + AGENT + " is (connected|prepared|logged in|logged in and not ready|ready)$")
  public void isAt(String agent, String stage) {
    if (stage.endsWith("not ready")) {
      scene.needsInactiveChannels();
    }
    Participant.Stage wanted =
        switch (stage) {
          case "connected" -> Participant.Stage.CONNECTED;
          case "prepared" -> Participant.Stage.PREPARED;
          case "logged in", "logged in and not ready" -> Participant.Stage.LOGGED_IN;
          default -> Participant.Stage.READY;
        };
    preparation.bring(agent, wanted);
  }

  @Given("^" + AGENT + " is ready in the queue " + QUEUE + "$")
  public void isInQueue(String agent, String queue) {
    preparation.joinQueue(agent, queue);
  }

  @Given("^" + AGENT + " has (an? .+?)(?: with " + AGENT + ")?$")
  public void has(String agent, String situation, @Nullable String partner) {
    if (partner == null) {
      preparation.bring(agent, Situation.of(situation));
    } else {
      preparation.bring(agent, Situation.of(situation), partner);
    }
  }

  @Given("^the agent leg of " + AGENT + " fails$")
  public void agentLegFails(String agent) {
    scene.steering().agentLeg(preparation.bring(agent, Participant.Stage.LOGGED_IN), true);
  }

  @Given("^" + AGENT + " writes targets in the (full|short) form$")
  public void writesTargets(String agent, String form) {
    Participant participant = preparation.bring(agent, Participant.Stage.LOGGED_IN);
    if (form.equals("full") && !participant.view().hasGroup()) {
      throw scene.stop(
          Verdict.NOT_APPLICABLE,
          "the target's channels stand in no group, so there is no full form");
    }
    participant.writesShortTargets(form.equals("short"));
  }

  @Given("^the switch lacks (\\S+)$")
  public void lacks(String capability) {
    boolean declared = scene.target().capabilities().contains(capability);
    if (!scene.steering().can("capability")) {
      if (!declared) {
        return;
      }
      throw scene.stop(
          Verdict.NOT_APPLICABLE,
          "the target has " + capability + " and cannot be made to lack it");
    }
    scene.steering().change("capability", Json.object().put("name", capability).put("on", false));
  }

  @Given(
      "^"
          + AGENT
          + "'s (channel|chat channel|email channel) has (required|optional) dispositions:$")
  public void hasDispositions(String agent, String channel, String kind, DataTable table) {
    scene.needs(Set.of("dispositions"));
    scene
        .steering()
        .setDispositions(
            preparation.bring(agent, Participant.Stage.LOGGED_IN),
            Medium.on(channel),
            kind.equals("required"),
            StimulusSentences.choices(table));
    preparation.absorb();
  }
}
