package io.github.switchhook.conformance.steps;

import static io.github.switchhook.conformance.catalogue.Sentences.AGENT;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.en.When;
import io.github.switchhook.conformance.catalogue.Sentences;
import io.github.switchhook.conformance.execution.PlaceholderValues;
import io.github.switchhook.conformance.execution.RequestSender;
import io.github.switchhook.conformance.execution.ScenarioContext;
import io.github.switchhook.conformance.execution.TestAgent;
import io.github.switchhook.conformance.execution.TestStep;
import io.github.switchhook.conformance.match.Request;
import io.github.switchhook.conformance.profile.Channels;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.scenario.AgentStage;
import io.github.switchhook.conformance.session.AgentConnection;
import io.github.switchhook.conformance.session.Awaited;
import io.github.switchhook.conformance.session.Login;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sentences behind When in which an agent sends something. {@link RequestSender} sends it. */
public final class RequestSteps {
  private final ScenarioContext context;
  private final PlaceholderValues values;
  private final RequestSender sender;

  /** Defines steps of one scenario. */
  public RequestSteps(ScenarioContext context) {
    this.context = context;
    this.values = context.values();
    this.sender = new RequestSender(context);
  }

  @When("^" + Sentences.SENDS + "$")
  public void sends(
      String agent,
      String command,
      @Nullable String object,
      @Nullable String rawTarget,
      @Nullable String json,
      @Nullable String connection) {
    if (command.equals(Commands.PREPARE_SESSION)) {
      context.needsPrepareSession();
    }
    TestAgent testAgent = context.testAgent(agent);
    if (testAgent.stage() != AgentStage.READY
        && (command.equals(Commands.CHANNEL_ACTIVATE) || command.equals(Commands.CHANNEL_DIAL))) {
      context.needsInactiveChannels();
    }
    AgentConnection line =
        connection == null ? testAgent.line() : notTheUsual(testAgent, connection);
    JsonNode data = values.fillJson(testAgent, json == null ? usualData(command) : json);
    Optional<String> target =
        rawTarget != null
            ? Optional.of(values.fill(testAgent, rawTarget))
            : Optional.ofNullable(object)
                .map(words -> values.written(testAgent, ObjectRole.named(words)));
    sender.command(testAgent, line, agent + " sends " + command, command, target, data);
  }

  private String usualData(String command) {
    return command.equals(Commands.CHANNEL_ACTIVATE)
        ? Json.write(context.target().channels().activation())
        : "{}";
  }

  private static AgentConnection notTheUsual(TestAgent testAgent, String connection) {
    List<AgentConnection> lines = testAgent.lines();
    return lines.get(connection.equals("old") ? 0 : lines.size() - 1);
  }

  @When("^" + AGENT + " sends the message (\\{.*\\}|\\[.*\\])$")
  public void sendsMessage(String agent, String json) {
    if (json.contains("\"prepareSession\"")) {
      context.needsPrepareSession();
    }
    TestAgent testAgent = context.testAgent(agent);
    sender.exchange(
        testAgent.line(),
        agent + " sends the message " + json,
        Json.write(values.fillJson(testAgent, json)));
  }

  @When("^" + AGENT + " sends the text \"(.*)\"$")
  public void sendsText(String agent, String text) {
    TestAgent testAgent = context.testAgent(agent);
    sender.exchange(
        testAgent.line(), agent + " sends the text \"" + text + "\"", values.fill(testAgent, text));
  }

  @When("^" + AGENT + " sends a binary frame$")
  public void sendsBinary(String agent) {
    context.steps().begin();
    AgentConnection line = context.testAgent(agent).line();
    Request request = new Request(agent + " sends a binary frame", "(binary)", Optional.empty());
    Awaited answer =
        line.request(ByteBuffer.wrap(new byte[] {1, 2, 3}), context.target().timeouts().response());
    context
        .steps()
        .perform(
            new TestStep(request.label(), new TestStep.RequestResponse(line, request, answer)));
  }

  @When("^" + AGENT + " sends a message of (\\d+) KiB$")
  public void sendsMessageOfSize(String agent, int kibibytes) {
    TestAgent testAgent = context.testAgent(agent);
    String target = testAgent.written(ObjectRole.SESSION).orElse("switchhook");
    Function<String, String> message =
        padding ->
            Json.write(
                Json.object()
                    .put("command", "switchhook.padding")
                    .put("target", target)
                    .set("data", Json.object().put("padding", padding)));
    String text = message.apply("x".repeat(kibibytes * 1024 - message.apply("").length()));
    sender.exchange(testAgent.line(), agent + " sends a message of " + kibibytes + " KiB", text);
  }

  @When("^" + AGENT + " logs in elsewhere( with override)?$")
  public void logsInElsewhere(String agent, @Nullable String override) {
    context.needsPrepareSession();
    TestAgent testAgent = context.testAgent(agent);
    if (override != null && testAgent.stage() == AgentStage.READY) {
      context.needsCallsToStay(Channels.TAKEOVER);
    }
    AgentConnection line = context.testAgents().openAnother(testAgent);
    String text = Json.write(Login.credentials(testAgent.agent(), override != null));
    JsonNode answer =
        sender.exchange(
            line, agent + " logs in elsewhere" + (override == null ? "" : override), text);
    if (RequestSender.succeeded(answer)) {
      testAgent.prepared(line, answer.at(context.target().dialect().session()));
    }
  }
}
