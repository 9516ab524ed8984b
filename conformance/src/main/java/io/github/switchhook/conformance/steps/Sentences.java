package io.github.switchhook.conformance.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.switchhook.conformance.match.Alias;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.match.Request;
import io.github.switchhook.conformance.match.ResponseCheck;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.wire.Json;
import io.github.switchhook.fixtures.Aspect;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The step sentences, complete. Each says what it does in one or two calls; {@link Scene} does it.
 */
public final class Sentences {
  private static final String AGENT = "(Alice|Bob|Carol|Dave)";
  private static final String PARTY = "(far end|consulted party|third party)";

  private static final String QUEUE = "(sales|service)";

  private final Scene scene;
  private final Outsiders outsiders;
  private final Preparation preparation;
  private final Speech speech;

  /** Speaks in one scene. */
  public Sentences(Scene scene) {
    this.scene = scene;
    this.outsiders = new Outsiders(scene);
    this.preparation = new Preparation(scene);
    this.speech = new Speech(scene);
  }

  @Before
  public void begin() {
    scene.begin();
  }

  @After
  public void end() {
    scene.end();
  }

  // --- Given

  @Given("^" + AGENT + " is (connected|prepared|logged in|ready)$")
  public void isAt(String agent, String stage) {
    Participant.Stage wanted =
        switch (stage) {
          case "connected" -> Participant.Stage.CONNECTED;
          case "prepared" -> Participant.Stage.PREPARED;
          case "logged in" -> Participant.Stage.LOGGED_IN;
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
    Participant participant = preparation.bring(agent, Participant.Stage.LOGGED_IN);
    scene.changesTheSwitch();
    scene.stimulate(
        "agentleg", Json.object().put("agent", participant.agent().extension()).put("fails", true));
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
    if (!scene.can("capability")) {
      if (!declared) {
        return;
      }
      throw scene.stop(
          Verdict.NOT_APPLICABLE,
          "the target has " + capability + " and cannot be made to lack it");
    }
    scene.changesTheSwitch();
    scene.stimulate("capability", Json.object().put("name", capability).put("on", false));
  }

  @Given("^" + AGENT + "'s channel has (required|optional) dispositions:$")
  public void hasDispositions(String agent, String kind, DataTable table) {
    setDispositions(preparation.bring(agent, Participant.Stage.LOGGED_IN), kind, table);
    preparation.absorb();
  }

  // --- When

  @When(
      "^"
          + AGENT
          + " sends ([\\w.]+)(?: to the ([a-z ]+?)| to \"([^\"]*)\")?(?: with (\\{.*\\}))?( on the old connection)?$")
  public void sends(
      String agent,
      String command,
      @Nullable String object,
      @Nullable String rawTarget,
      @Nullable String json,
      @Nullable String old) {
    if (command.equals("prepareSession")) {
      scene.needsPrepareSession();
    }
    Participant participant = scene.participant(agent);
    if (scene.target().activeAtStart()
        && participant.stage() == Participant.Stage.LOGGED_IN
        && (command.equals("channel.activate") || command.equals("channel.dial"))) {
      throw scene.stop(
          Verdict.NOT_APPLICABLE, "the target's channels are active from the start on");
    }
    AgentLine line = old == null ? participant.line() : participant.lines().get(0);
    JsonNode data = filled(participant, json == null ? "{}" : json);
    Optional<String> target =
        rawTarget != null
            ? Optional.of(Placeholders.fill(rawTarget, name -> scene.value(participant, name)))
            : Optional.ofNullable(object).map(words -> scene.written(participant, alias(words)));
    speech.command(participant, line, agent + " sends " + command, command, target, data);
  }

  @When("^" + AGENT + " sends the message (\\{.*\\}|\\[.*\\])$")
  public void sendsMessage(String agent, String json) {
    if (json.contains("\"prepareSession\"")) {
      scene.needsPrepareSession();
    }
    Participant participant = scene.participant(agent);
    speech.exchange(
        participant.line(),
        agent + " sends the message " + json,
        Json.write(filled(participant, json)));
  }

  @When("^" + AGENT + " sends the text \"(.*)\"$")
  public void sendsText(String agent, String text) {
    Participant participant = scene.participant(agent);
    String filled = Placeholders.fill(text, name -> scene.value(participant, name));
    speech.exchange(participant.line(), agent + " sends the text \"" + text + "\"", filled);
  }

  @When("^" + AGENT + " sends a binary frame$")
  public void sendsBinary(String agent) {
    scene.beginAct();
    AgentLine line = scene.participant(agent).line();
    Request request = new Request(agent + " sends a binary frame", "(binary)", Optional.empty());
    Answer answer =
        line.request(ByteBuffer.wrap(new byte[] {1, 2, 3}), scene.target().timeouts().response());
    scene.perform(new Act(request.label(), new Act.Exchange(line, request, answer)));
  }

  @When("^" + AGENT + " sends a message of (\\d+) KiB$")
  public void sendsMessageOfSize(String agent, int kibibytes) {
    Participant participant = scene.participant(agent);
    String target = participant.written(Alias.SESSION).orElse("switchhook");
    Function<String, String> message =
        padding ->
            Json.write(
                Json.object()
                    .put("command", "switchhook.padding")
                    .put("target", target)
                    .set("data", Json.object().put("padding", padding)));
    String text = message.apply("x".repeat(kibibytes * 1024 - message.apply("").length()));
    speech.exchange(participant.line(), agent + " sends a message of " + kibibytes + " KiB", text);
  }

  @When(
      "^(a|another) customer (calls|chats with|emails) (?:" + AGENT + "|the queue " + QUEUE + ")$")
  public void customerContacts(
      String who, String verb, @Nullable String agent, @Nullable String queue) {
    scene.beginAct();
    String from = who.equals("a") ? scene.caller() : scene.otherCaller();
    if (agent != null) {
      outsiders.contact(Medium.of(verb), from, scene.participant(agent));
    } else {
      outsiders.contact(Medium.of(verb), from, String.valueOf(queue));
    }
    scene.perform(
        new Act(
            who + " customer " + verb + " " + (agent == null ? "the queue " + queue : agent),
            null));
  }

  @When("the customer leaves")
  public void customerLeaves() {
    scene.beginAct();
    outsiders.leave();
    scene.perform(new Act("the customer leaves", null));
  }

  @When("^" + AGENT + "'s connection drops$")
  public void connectionDrops(String agent) {
    scene.beginAct();
    scene.participant(agent).line().drop(scene.target().timeouts().response());
    scene.perform(new Act(agent + "'s connection drops", null));
  }

  @When("^the " + PARTY + " (answers|hangs up|is busy|refuses|does not answer)$")
  public void partyActs(String party, String verb) {
    scene.beginAct();
    String operation =
        switch (verb) {
          case "answers" -> "answer";
          case "hangs up" -> "hangup";
          case "is busy" -> "busy";
          case "refuses" -> "refuse";
          default -> "noanswer";
        };
    scene.stimulate(operation, partyOf(party));
    scene.perform(new Act("the " + party + " " + verb, null));
  }

  @When("^(\\d+) seconds? pass(?:es)?$")
  public void secondsPass(int seconds) {
    scene.beginAct();
    scene.stimulate("advance", Json.object().put("seconds", seconds));
    scene.perform(new Act(seconds + " seconds pass", null));
  }

  @When("^" + AGENT + "'s channel gets (required|optional) dispositions:$")
  public void getsDispositions(String agent, String kind, DataTable table) {
    scene.beginAct();
    setDispositions(scene.participant(agent), kind, table);
    scene.perform(new Act(agent + "'s channel gets " + kind + " dispositions", null));
  }

  @When("^" + AGENT + " logs in elsewhere( with override)?$")
  public void logsInElsewhere(String agent, @Nullable String override) {
    scene.needsPrepareSession();
    Participant participant = scene.participant(agent);
    AgentLine line = scene.openAnother(participant);
    String text = Json.write(Preparation.credentials(participant, override != null));
    JsonNode answer =
        speech.exchange(
            line, agent + " logs in elsewhere" + (override == null ? "" : override), text);
    if (Speech.succeeded(answer)) {
      participant.prepared(line, answer.at(scene.target().dialect().session()));
    }
  }

  // --- Then

  @Then("it succeeds")
  public void succeeds() {
    judge(
        Aspect.RESPONSE,
        (request, response) -> ResponseCheck.success(request, response, ResponseCheck.Data.ECHOED));
  }

  @Then("it succeeds without data")
  public void succeedsWithoutData() {
    judge(
        Aspect.RESPONSE,
        (request, response) -> ResponseCheck.success(request, response, ResponseCheck.Data.ABSENT));
  }

  @Then("^it succeeds with (\\{.*\\})$")
  public void succeedsWith(String json) {
    judge(
        Aspect.RESPONSE,
        (request, response) -> ResponseCheck.success(request, response, ResponseCheck.Data.OWN));
    judgeData(json);
  }

  @Then("^it is refused as (\\S+)( without command and target)?$")
  public void isRefused(String code, @Nullable String bare) {
    judge(
        Aspect.RESPONSE,
        (request, response) -> ResponseCheck.failure(request, response, bare == null));
    judge(
        Aspect.CODE,
        (request, response) -> ResponseCheck.code(code, response, scene.target().dialect()));
  }

  @Then("^it must be confirmed(?: with (\\{.*\\}))?$")
  public void mustBeConfirmed(@Nullable String json) {
    judge(Aspect.RESPONSE, (request, response) -> ResponseCheck.confirm(request, response));
    if (json != null) {
      judgeData(json);
    }
  }

  @Then("^" + AGENT + " sees:$")
  public void sees(String agent, DataTable table) {
    Participant participant = scene.participant(agent);
    scene.settleAct();
    List<Map<String, String>> rows = scene.corrected(participant).orElseGet(table::asMaps);
    scene.sees(participant, rows.stream().map(row -> expected(participant, row)).toList());
  }

  @Then("no event follows")
  public void noEventFollows() {
    scene.settleAct();
    scene.forEachParticipant(
        participant ->
            scene
                .corrected(participant)
                .ifPresent(
                    rows ->
                        scene.sees(
                            participant,
                            rows.stream().map(row -> expected(participant, row)).toList())));
    scene.seesNothing();
  }

  @Then("^the (far end|consulted party) has heard \"([^\"]*)\"$")
  public void hasHeard(String party, String digits) {
    if (!scene.can("heard")) {
      scene.skip(Aspect.EFFECT, "the target cannot tell what its far end has heard");
      return;
    }
    String heard = scene.stimulate("heard", partyOf(party)).path("digits").asText();
    if (!heard.equals(digits)) {
      String text = "the " + party + " has heard \"" + heard + "\", expected \"" + digits + "\"";
      scene.charge(Aspect.EFFECT, List.of(new Deviation(DeviationKind.WRONG_EFFECT, text)), text);
    }
  }

  @Then("^the connection is closed with (\\d+)$")
  public void isClosedWith(int code) {
    Act act = scene.act();
    AgentLine line =
        act.exchange()
            .map(Act.Exchange::line)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "nothing was sent on any connection: " + act.label()));
    Optional<Integer> closed = line.awaitClose(scene.target().timeouts().response());
    act.answerIsJudged();
    act.eventsAreJudged();
    if (!closed.equals(Optional.of(code))) {
      String text =
          "expected the connection to be closed with "
              + code
              + ", but it "
              + closed.map(was -> "was closed with " + was).orElse("stayed open");
      scene.charge(Aspect.RESPONSE, List.of(new Deviation(DeviationKind.CLOSED, text)), text);
    }
  }

  // --- shared by several sentences

  private interface Check {
    List<Deviation> of(Request request, JsonNode response);
  }

  private void judge(Aspect aspect, Check check) {
    Act act = scene.act();
    Act.Exchange exchange =
        act.exchange()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the scenario asserts a response, but nothing was sent: " + act.label()));
    act.answerIsJudged();
    if (exchange.answer() instanceof Answer.Message message) {
      scene.judgeAnswer(aspect, check.of(exchange.request(), message.message()));
    } else if (exchange.answer() instanceof Answer.Lost lost && aspect == Aspect.RESPONSE) {
      scene.judgeAnswer(aspect, List.of(lost.deviation()));
    }
  }

  private void judgeData(String json) {
    JsonNode expected =
        Json.parse(json)
            .orElseThrow(
                () -> new IllegalArgumentException("the scenario's JSON cannot be read: " + json));
    judge(
        Aspect.RESPONSE,
        (request, response) ->
            Speech.succeeded(response) || isPrompt(response)
                ? ResponseCheck.data(expected, response)
                : List.of());
  }

  private static boolean isPrompt(JsonNode answer) {
    return answer.path("result").asText().equals("confirm");
  }

  private JsonNode filled(Participant participant, String json) {
    return Placeholders.fillJson(json, name -> scene.value(participant, name));
  }

  private static Alias alias(String words) {
    return Alias.of(words)
        .orElseThrow(() -> new IllegalArgumentException("no object is called the " + words));
  }

  private ExpectedEvent expected(Participant participant, Map<String, String> row) {
    Map<String, String> cells = new LinkedHashMap<>();
    row.forEach(
        (column, cell) -> {
          if (cell != null && !cell.isBlank() && !column.equals("event") && !column.equals("on")) {
            cells.put(column, Placeholders.fill(cell, name -> scene.value(participant, name)));
          }
        });
    String on = String.valueOf(row.get("on"));
    if (scene.target().activeAtStart() && on.endsWith("channel")) {
      cells.replace("state", "INACTIVE", "ACTIVE");
    }
    return new ExpectedEvent(String.valueOf(row.get("event")), alias(on).words(), cells);
  }

  private ObjectNode partyOf(String words) {
    return outsiders.find(
        switch (words) {
          case "far end" -> Participant.Party.FAR_END;
          case "consulted party" -> Participant.Party.CONSULTED;
          default -> Participant.Party.THIRD;
        });
  }

  private void setDispositions(Participant participant, String kind, DataTable table) {
    scene.changesTheSwitch();
    ArrayNode dispositions = Json.object().arrayNode();
    table
        .asMaps()
        .forEach(
            row ->
                dispositions.add(
                    Json.object().put("id", row.get("id")).put("name", row.get("name"))));
    scene.stimulate(
        "dispositions",
        Json.object()
            .put("agent", participant.agent().extension())
            .put("required", kind.equals("required"))
            .set("dispositions", dispositions));
  }
}
