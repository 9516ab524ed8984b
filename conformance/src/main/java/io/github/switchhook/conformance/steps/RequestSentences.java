package io.github.switchhook.conformance.steps;

import static io.github.switchhook.conformance.steps.Phrases.AGENT;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.en.When;
import io.github.switchhook.conformance.match.Alias;
import io.github.switchhook.conformance.match.Request;
import io.github.switchhook.conformance.wire.Json;
import io.github.switchhook.conformance.wire.Login;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sentences behind When in which an agent sends something. {@link Speech} sends it. */
public final class RequestSentences {
  private final Scene scene;
  private final Values values;
  private final Speech speech;

  /** Speaks in one scene. */
  public RequestSentences(Scene scene) {
    this.scene = scene;
    this.values = scene.values();
    this.speech = new Speech(scene);
  }

  @When(
      "^"
          + AGENT
          + " sends ([\\w.]+)(?: to the ([a-z ]+?)| to \"([^\"]*)\")?(?: with (\\{.*\\}))?(?: on the (old|other) connection)?$")
  public void sends(
      String agent,
      String command,
      @Nullable String object,
      @Nullable String rawTarget,
      @Nullable String json,
      @Nullable String connection) {
    if (command.equals("prepareSession")) {
      scene.needsPrepareSession();
    }
    Participant participant = scene.participant(agent);
    if (participant.stage() == Participant.Stage.LOGGED_IN
        && (command.equals("channel.activate") || command.equals("channel.dial"))) {
      scene.needsInactiveChannels();
    }
    AgentLine line = connection == null ? participant.line() : notTheUsual(participant, connection);
    JsonNode data = values.fillJson(participant, json == null ? "{}" : json);
    Optional<String> target =
        rawTarget != null
            ? Optional.of(values.fill(participant, rawTarget))
            : Optional.ofNullable(object)
                .map(words -> values.written(participant, Alias.named(words)));
    speech.command(participant, line, agent + " sends " + command, command, target, data);
  }

  private static AgentLine notTheUsual(Participant participant, String connection) {
    List<AgentLine> lines = participant.lines();
    return lines.get(connection.equals("old") ? 0 : lines.size() - 1);
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
        Json.write(values.fillJson(participant, json)));
  }

  @When("^" + AGENT + " sends the text \"(.*)\"$")
  public void sendsText(String agent, String text) {
    Participant participant = scene.participant(agent);
    speech.exchange(
        participant.line(),
        agent + " sends the text \"" + text + "\"",
        values.fill(participant, text));
  }

  @When("^" + AGENT + " sends a binary frame$")
  public void sendsBinary(String agent) {
    scene.acts().begin();
    AgentLine line = scene.participant(agent).line();
    Request request = new Request(agent + " sends a binary frame", "(binary)", Optional.empty());
    Answer answer =
        line.request(ByteBuffer.wrap(new byte[] {1, 2, 3}), scene.target().timeouts().response());
    scene.acts().perform(new Act(request.label(), new Act.Exchange(line, request, answer)));
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

  @When("^" + AGENT + " logs in elsewhere( with override)?$")
  public void logsInElsewhere(String agent, @Nullable String override) {
    scene.needsPrepareSession();
    Participant participant = scene.participant(agent);
    AgentLine line = scene.participants().openAnother(participant);
    String text = Json.write(Login.credentials(participant.agent(), override != null));
    JsonNode answer =
        speech.exchange(
            line, agent + " logs in elsewhere" + (override == null ? "" : override), text);
    if (Speech.succeeded(answer)) {
      participant.prepared(line, answer.at(scene.target().dialect().session()));
    }
  }
}
