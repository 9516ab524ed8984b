package io.github.switchhook.conformance.steps;

import static io.github.switchhook.conformance.steps.Phrases.AGENT;
import static io.github.switchhook.conformance.steps.Phrases.PARTY;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.github.switchhook.conformance.match.Alias;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.match.Request;
import io.github.switchhook.conformance.match.ResponseCheck;
import io.github.switchhook.conformance.wire.Json;
import io.github.switchhook.fixtures.Aspect;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sentences behind Then: how a request is answered, and what each agent sees. */
public final class ExpectationSentences {
  private final Scene scene;
  private final Actions actions;

  /** Speaks in one scene. */
  public ExpectationSentences(Scene scene) {
    this.scene = scene;
    this.actions = new Actions(scene);
  }

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
    scene.eventTables().sees(scene.participant(agent), table.asMaps());
  }

  @Then("^" + AGENT + "'s ([a-z ]+) allows:$")
  public void allows(String agent, String object, DataTable commands) {
    actions.judge(scene.participant(agent), Alias.named(object), commands.asList());
  }

  @Then("^" + AGENT + "'s ([a-z ]+) allows nothing$")
  public void allowsNothing(String agent, String object) {
    actions.judge(scene.participant(agent), Alias.named(object), List.of());
  }

  @Then("no event follows")
  public void noEventFollows() {
    scene.eventTables().nothing();
  }

  @Then("^the " + PARTY + " has heard \"([^\"]*)\"$")
  public void hasHeard(String party, String digits) {
    if (!scene.steering().can("heard")) {
      scene.charges().skip(Aspect.EFFECT, "the target cannot tell what its far end has heard");
      return;
    }
    scene
        .steering()
        .requireHeard(party, scene.outsiders().find(Participant.Party.of(party)), digits);
  }

  @Then("^the connection is closed with (\\d+)$")
  public void isClosedWith(int code) {
    Act act = scene.acts().current();
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
      scene.charges().charge(Aspect.RESPONSE, new Deviation(DeviationKind.CLOSED, text));
    }
  }

  private interface Check {
    List<Deviation> of(Request request, JsonNode response);
  }

  private void judge(Aspect aspect, Check check) {
    Act act = scene.acts().current();
    Act.Exchange exchange =
        act.exchange()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the scenario asserts a response, but nothing was sent: " + act.label()));
    act.answerIsJudged();
    if (exchange.answer() instanceof Answer.Message message) {
      scene.charges().answer(aspect, check.of(exchange.request(), message.message()));
    } else if (exchange.answer() instanceof Answer.Lost lost && aspect == Aspect.RESPONSE) {
      scene.charges().answer(aspect, List.of(lost.deviation()));
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
}
