package io.github.switchhook.conformance.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.match.Alias;
import io.github.switchhook.conformance.text.Excerpt;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.wire.Json;
import io.github.switchhook.conformance.wire.Login;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Brings agents into the situation that a scenario begins with. What it cannot reach makes the
 * scenario inconclusive: whether the target is right about these steps is judged by other
 * scenarios.
 */
final class Preparation {
  /** So much of an answer is shown. */
  private static final int SHOWN = 500;

  private final Scene scene;

  Preparation(Scene scene) {
    this.scene = scene;
  }

  /** Brings an agent at least this far. */
  Participant bring(String name, Participant.Stage stage) {
    Participant participant = scene.participant(name);
    if (participant.stage().compareTo(stage) >= 0) {
      return participant;
    }
    switch (stage) {
      case CONNECTED -> {
        // Opening the connection is all.
      }
      case PREPARED -> prepare(bring(name, Participant.Stage.CONNECTED));
      case LOGGED_IN -> start(bring(name, Participant.Stage.PREPARED));
      case READY -> {
        bring(name, Participant.Stage.LOGGED_IN);
        if (!scene.target().activeAtStart()) {
          move(participant, "channel.activate", Alias.CHANNEL, "{}");
        }
      }
    }
    participant.reached(stage);
    return participant;
  }

  /** Makes an agent ready for what comes to a queue. */
  void joinQueue(String name, String queue) {
    Participant participant = bring(name, Participant.Stage.LOGGED_IN);
    String data = "{\"channeloptions\":{\"queue\":\"" + queue + "\"}}";
    move(participant, "channel.activate", Alias.CHANNEL, data);
    participant.reached(Participant.Stage.READY);
  }

  /** Brings an agent into a situation. */
  void bring(String name, Situation situation) {
    needsCapability(situation);
    Participant participant = bring(name, Participant.Stage.READY);
    situation.from().ifPresent(from -> bring(name, from));
    situation
        .command()
        .ifPresent(command -> move(participant, command, situation.addressed(), situation.data()));
    situation
        .contact()
        .ifPresent(
            medium -> {
              scene
                  .outsiders()
                  .contact(medium, scene.values().caller(), participant, Json.object());
              absorb();
            });
    check(participant, situation);
  }

  /** Brings two agents into a situation in which the second is a party of the first's call. */
  void bring(String name, Situation situation, String partner) {
    needsCapability(situation);
    Participant participant = bring(name, Participant.Stage.READY);
    bring(partner, Participant.Stage.READY);
    switch (situation) {
      case CALL -> connect(participant, "channel.dial", Alias.CHANNEL, partner);
      case CONSULTING -> {
        bring(name, Situation.CALL);
        connect(participant, "interaction.consult", Alias.INTERACTION, partner);
      }
      case CONFERENCE -> {
        bring(name, Situation.CONSULTING, partner);
        move(participant, "interaction.consultconference", Alias.INTERACTION, "{}");
      }
      default ->
          throw new IllegalArgumentException(
              "nobody has " + situation.phrase() + " with another agent");
    }
    check(participant, situation);
  }

  private void needsCapability(Situation situation) {
    situation
        .capability()
        .filter(needed -> !scene.target().capabilities().contains(needed))
        .ifPresent(
            needed -> {
              throw scene.stop(
                  Verdict.NOT_SUPPORTED,
                  situation.phrase() + " needs " + needed + ", which the target does not declare");
            });
  }

  private void connect(Participant from, String command, Alias addressed, String to) {
    Participant partner = scene.participant(to);
    String data = "{\"destination\":\"" + partner.agent().extension() + "\"}";
    move(from, command, addressed, data);
    move(partner, "conversation.answer", Alias.CONVERSATION, "{}");
  }

  private void check(Participant participant, Situation situation) {
    situation
        .missedIn(participant.view())
        .ifPresent(
            missed -> {
              throw scene.stop(
                  Verdict.INCONCLUSIVE,
                  participant.name()
                      + " could not be brought to have "
                      + situation.phrase()
                      + ": "
                      + missed);
            });
  }

  /** Reads everything that the preparation caused; none of it is judged. */
  void absorb() {
    scene.acts().settle();
    scene.participants().forEach(Participant::takeEvents);
  }

  private void prepare(Participant participant) {
    Login.Outcome outcome = participant.line().logIn(scene.target(), participant.agent());
    if (outcome instanceof Login.Outcome.Prepared prepared) {
      participant.prepared(participant.line(), TextNode.valueOf(prepared.session()));
    } else if (outcome instanceof Login.Outcome.Refused refused) {
      throw failedLogin(
          new Trouble(
              Trouble.Step.LOGIN,
              participant.name() + " could not log in: " + refused.why(),
              refused.lookAt()));
    }
  }

  private Stop failedLogin(Trouble trouble) {
    scene.stage().loginFailed();
    return scene.charges().stop(trouble);
  }

  private void start(Participant participant) {
    List<ActualEvent> events = move(participant, "session.start", Alias.SESSION, "{}");
    if (participant.view().target(Alias.CHANNEL).isEmpty()) {
      throw failedLogin(noChannel(participant, events));
    }
    scene.stage().loginSucceeded();
    scene.allowance().isLoggedIn();
  }

  /** A session that started, and of whose channel nothing was seen. */
  static Trouble noChannel(Participant participant, List<ActualEvent> events) {
    String names = events.stream().map(ActualEvent::name).collect(Collectors.joining(", "));
    return new Trouble(
        Trouble.Step.SESSION,
        participant.name()
            + " logged in and session.start succeeded, but "
            + (events.isEmpty() ? "no event came" : "what came was " + names)
            + "; expected channel.created on an object of the session",
        events.isEmpty()
            ? "whether the target sends events to the connection that logged in, and whether"
                + " ignore in the profile matches them"
            : "envelope: {receive}, which says where name and target stand, and dialect");
  }

  /** Returns what the agent saw of it, none of which is judged. */
  private List<ActualEvent> move(
      Participant participant, String command, Alias addressed, String json) {
    JsonNode data = scene.values().fillJson(participant, json);
    ObjectNode request =
        Json.object()
            .put("command", command)
            .put("target", scene.values().written(participant, addressed))
            .set("data", data);
    boolean alone = scene.acts().settlesAlone();
    requireSuccess(participant, command, answer(participant, request, alone));
    Participants.noteParty(participant, command, data);
    if (!alone) {
      scene.acts().settle();
    }
    List<ActualEvent> brought = participant.takeEvents();
    if (!alone) {
      scene.participants().forEach(Participant::takeEvents);
    }
    return brought;
  }

  /**
   * Sends a request; where the barrier goes along with it, everything that the request causes has
   * been read when this returns.
   */
  private JsonNode answer(Participant participant, ObjectNode request, boolean withBarrier) {
    Duration timeout = scene.target().timeouts().response();
    String text = Json.write(request);
    Answer answer =
        withBarrier
            ? participant.line().requestAndBarrier(text, timeout)
            : participant.line().request(text, timeout);
    if (answer instanceof Answer.Message message) {
      return message.message();
    }
    Answer.Lost lost = (Answer.Lost) answer;
    throw failedLogin(
        new Trouble(
            Trouble.Step.SESSION,
            participant.name()
                + " sent "
                + request.path("command").asText()
                + " to prepare the scenario: "
                + lost.deviation().text(),
            lost.lookAt()));
  }

  private void requireSuccess(Participant participant, String command, JsonNode answer) {
    if (!answer.path("result").asText().equals("success")) {
      String what =
          participant.name()
              + " sent "
              + command
              + " to prepare the scenario and got "
              + Excerpt.of(Json.write(answer), SHOWN);
      throw command.equals("session.start")
          ? failedLogin(new Trouble(Trouble.Step.SESSION, what, "the code in that answer"))
          : scene.stop(Verdict.INCONCLUSIVE, what);
    }
  }
}
