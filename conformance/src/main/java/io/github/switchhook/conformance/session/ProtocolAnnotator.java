package io.github.switchhook.conformance.session;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.match.AgentView;
import io.github.switchhook.conformance.profile.LoginMessage;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Translates the lines of a target into PROTOCOL's words by its profile: without the envelope, with
 * PROTOCOL's names and codes, and with {@code prepareSession} in place of a login of its own.
 * Ladders, transcripts and scenarios are made from these. Lines are given in their order.
 * Connections are distinguished by number; an opening line begins a new one. Thread-safe.
 */
public final class ProtocolAnnotator {
  private final Target target;
  private final Map<Integer, Talk> talks = new HashMap<>();

  /** Reads what a target and its clients say. */
  public ProtocolAnnotator(Target target) {
    this.target = target;
  }

  /** Returns the lines of one scenario in PROTOCOL's words. */
  public static List<WireLine> readAll(Target target, List<WireLine> lines) {
    ProtocolAnnotator interpreter = new ProtocolAnnotator(target);
    return lines.stream().flatMap(line -> interpreter.read(line).stream()).toList();
  }

  /** Returns the lines of one scenario as they are, each with what it says in PROTOCOL's words. */
  public static List<WireLine> annotate(Target target, List<WireLine> lines) {
    if (target.speaksProtocol()) {
      return lines;
    }
    ProtocolAnnotator interpreter = new ProtocolAnnotator(target);
    return lines.stream()
        .map(line -> line.saying(interpreter.read(line).map(WireLine::text).orElse("")))
        .toList();
  }

  /** Returns a line in PROTOCOL's words; empty for a line that is not a message of the protocol. */
  public synchronized Optional<WireLine> read(WireLine line) {
    if (line.direction() == Direction.OPEN) {
      talks.remove(line.connection());
    }
    boolean sent = line.direction() == Direction.OUT;
    if (!sent && line.direction() != Direction.IN) {
      return Optional.of(line);
    }
    Optional<JsonNode> message = Json.parse(line.text()).filter(JsonNode::isObject);
    if (message.isEmpty()) {
      return Optional.of(line);
    }
    Talk talk = talks.computeIfAbsent(line.connection(), number -> new Talk());
    return (sent ? talk.sent(message.get()) : talk.received(message.get()))
        .map(
            read ->
                new WireLine(
                    line.micros(),
                    line.direction(),
                    line.agent(),
                    line.connection(),
                    Json.write(read)));
  }

  /** The state of one connection. */
  private final class Talk {
    private final AgentView view = new AgentView(target.dialect());
    private int step;

    Optional<JsonNode> sent(JsonNode message) {
      if (logsIn()) {
        return step == 0 ? Optional.of(credentials(message)) : Optional.empty();
      }
      return Optional.of(target.dialect().requests().plain(target.envelope().unwrapSent(message)));
    }

    Optional<JsonNode> received(JsonNode message) {
      if (target.envelope().ignores(message)) {
        return Optional.empty();
      }
      if (logsIn()) {
        return loginReply(message);
      }
      JsonNode unwrapped = target.envelope().unwrap(message);
      return Optional.of(unwrapped.has("result") ? response(unwrapped) : event(unwrapped));
    }

    private boolean logsIn() {
      return step < target.login().size();
    }

    private JsonNode credentials(JsonNode message) {
      ObjectNode request = Json.object().put("command", Commands.PREPARE_SESSION);
      target
          .login()
          .get(0)
          .places()
          .forEach(
              (name, place) -> {
                if (name.startsWith("agent.")) {
                  request
                      .withObject("/data/agent")
                      .set(name.substring("agent.".length()), message.at(place));
                }
              });
      return request;
    }

    private Optional<JsonNode> loginReply(JsonNode message) {
      LoginMessage awaited = target.login().get(step);
      if (!awaited.isReply(message)) {
        return Optional.empty();
      }
      step++;
      JsonPointer place = awaited.capture().get(LoginMessage.SESSION);
      return Optional.ofNullable(place)
          .map(message::at)
          .filter(JsonNode::isTextual)
          .map(session -> prepared(session.textValue()));
    }

    private JsonNode prepared(String session) {
      view.session(session);
      ObjectNode answer =
          Json.object().put("command", Commands.PREPARE_SESSION).put("result", "success");
      answer.putObject("data").put("session", session);
      return answer;
    }

    private JsonNode response(JsonNode message) {
      JsonNode session = message.at(target.dialect().session());
      JsonNode plain = target.dialect().plainResponse(message);
      if (plain.path("command").asText().equals(Commands.PREPARE_SESSION) && session.isTextual()) {
        return prepared(session.textValue());
      }
      return plain;
    }

    private JsonNode event(JsonNode message) {
      ActualEvent seen = view.apply(message, false);
      String name = seen.objects().isEmpty() ? "" : seen.objects().get(0);
      String kind = ObjectRole.kindOf(name);
      return target.dialect().plainEvent(message, kind);
    }
  }
}
