package io.github.switchhook.conformance.steps;

import static io.github.switchhook.conformance.catalogue.Sentences.AGENT;
import static io.github.switchhook.conformance.catalogue.Sentences.PARTY;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.github.switchhook.conformance.catalogue.Sentences;
import io.github.switchhook.conformance.execution.AllowedCommands;
import io.github.switchhook.conformance.execution.InteractionStart;
import io.github.switchhook.conformance.execution.RequestSender;
import io.github.switchhook.conformance.execution.ScenarioContext;
import io.github.switchhook.conformance.execution.TestAgent;
import io.github.switchhook.conformance.execution.TestStep;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.match.Request;
import io.github.switchhook.conformance.match.ResponseCheck;
import io.github.switchhook.conformance.profile.Operations;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.protocol.Result;
import io.github.switchhook.conformance.scenario.RemoteParty;
import io.github.switchhook.conformance.session.AgentConnection;
import io.github.switchhook.fixtures.Aspect;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sentences behind Then: how a request is answered, and what each agent sees. */
public final class ExpectationSteps {
  private final ScenarioContext context;
  private final AllowedCommands actions;

  /** Defines steps of one scenario. */
  public ExpectationSteps(ScenarioContext context) {
    this.context = context;
    this.actions = new AllowedCommands(context);
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

  @Then("^" + Sentences.IS_REFUSED + "$")
  public void isRefused(String code, @Nullable String bare) {
    judge(
        Aspect.RESPONSE,
        (request, response) -> ResponseCheck.failure(request, response, bare == null));
    judge(
        Aspect.CODE,
        (request, response) ->
            Result.isFailure(response)
                ? ResponseCheck.code(code, response, context.target().dialect())
                : List.of());
  }

  /** Asserts that it is refused, with whatever code. */
  @Then("it is refused")
  public void isRefusedAnyhow() {
    judge(Aspect.RESPONSE, (request, response) -> ResponseCheck.failure(request, response, true));
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
    context.eventTables().sees(context.testAgent(agent), table.asMaps());
  }

  /** Asserts that a call is offered; in a Given it prepares the scenario. */
  @Then("^" + Sentences.IS_OFFERED_CALL + "$")
  public void isOfferedCall(String agent, String from) {
    begins(agent, InteractionStart.OFFERED_CALL, from);
  }

  @Then("^" + Sentences.IS_OFFERED_MESSAGE + "$")
  public void isOffered(String agent, String what) {
    begins(
        agent,
        what.equals("a chat") ? InteractionStart.OFFERED_CHAT : InteractionStart.OFFERED_EMAIL,
        "");
  }

  @Then("^" + AGENT + " is dialling (\\$\\S+)$")
  public void isDialling(String agent, String destination) {
    begins(agent, InteractionStart.DIALLED_CALL, destination);
  }

  private void begins(String agent, InteractionStart start, String member) {
    context.eventTables().begins(context.testAgent(agent), start, member);
  }

  @Then("^" + AGENT + "'s ([a-z ]+) allows:$")
  public void allows(String agent, String object, DataTable commands) {
    actions.judge(context.testAgent(agent), ObjectRole.named(object), commands.asList());
  }

  @Then("^" + AGENT + "'s ([a-z ]+) allows nothing$")
  public void allowsNothing(String agent, String object) {
    actions.judge(context.testAgent(agent), ObjectRole.named(object), List.of());
  }

  /** Lets the events be: the scenario shows an effect, whatever list of events tells it. */
  @Then(Sentences.JUDGED_ELSEWHERE)
  public void othersJudgeTheEvents() {
    context.eventTables().judgedElsewhere();
  }

  /** Asserts what an object's last state event said. */
  @Then("^" + AGENT + "'s ([a-z ]+) is ([A-Z]+)$")
  public void isInState(String agent, String object, String state) {
    context.effects().inState(context.testAgent(agent), ObjectRole.named(object), state);
  }

  /** Asserts that the call data that were told last have at least these values. */
  @Then("^" + AGENT + "'s call data are (\\{.*\\})$")
  public void hasCallData(String agent, String json) {
    TestAgent testAgent = context.testAgent(agent);
    context.effects().hasCallData(testAgent, context.values().fillJson(testAgent, json));
  }

  @Then("no event follows")
  public void noEventFollows() {
    context.eventTables().nothing();
  }

  @Then("^the " + PARTY + " has heard \"([^\"]*)\"$")
  public void hasHeard(String party, String digits) {
    if (!context.stimulusControl().can(Operations.HEARD)) {
      context.recorder().skip(Aspect.EFFECT, "the target cannot tell what its far end has heard");
      return;
    }
    context
        .stimulusControl()
        .requireHeard(party, context.externalParties().find(RemoteParty.of(party)), digits);
  }

  @Then("^the connection is closed with (\\d+)$")
  public void isClosedWith(int code) {
    TestStep step = context.steps().current();
    AgentConnection line =
        step.requestResponse()
            .map(TestStep.RequestResponse::line)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "nothing was sent on any connection: " + step.label()));
    Optional<Integer> closed = line.awaitClose(context.target().timeouts().response());
    step.answerIsJudged();
    step.eventsAreJudged();
    if (!closed.equals(Optional.of(code))) {
      String text =
          "expected the connection to be closed with "
              + code
              + ", but it "
              + closed.map(was -> "was closed with " + was).orElse("stayed open");
      context.recorder().record(Aspect.RESPONSE, new Deviation(DeviationKind.CLOSED, text));
    }
  }

  private interface ResponseAssertion {
    List<Deviation> of(Request request, JsonNode response);
  }

  private void judge(Aspect aspect, ResponseAssertion check) {
    TestStep step = context.steps().current();
    TestStep.RequestResponse exchange =
        step.requestResponse()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the scenario asserts a response, but nothing was sent: " + step.label()));
    step.answerIsJudged();
    Optional<List<Deviation>> found =
        exchange
            .answer()
            .fold(
                came -> Optional.of(check.of(exchange.request(), came.message())),
                lost ->
                    aspect == Aspect.RESPONSE
                        ? Optional.of(List.of(lost.deviation()))
                        : Optional.empty());
    found.ifPresent(deviations -> context.recorder().answer(aspect, deviations));
  }

  private void judgeData(String json) {
    JsonNode expected =
        Json.parse(json)
            .orElseThrow(
                () -> new IllegalArgumentException("the scenario's JSON cannot be read: " + json));
    judge(
        Aspect.RESPONSE,
        (request, response) ->
            RequestSender.succeeded(response) || isPrompt(response)
                ? ResponseCheck.data(expected, response)
                : List.of());
  }

  private static boolean isPrompt(JsonNode answer) {
    return Result.isConfirm(answer);
  }
}
