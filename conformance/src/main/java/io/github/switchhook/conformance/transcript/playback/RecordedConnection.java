package io.github.switchhook.conformance.transcript.playback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.protocol.Events;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.JsonTrees;
import io.github.switchhook.conformance.transcript.Redaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One recorded connection: the messages that its desktop sent and received. */
final class RecordedConnection {
  /** A request of the present desktop, and the recorded one that it matches. */
  private record Asked(RecordedMessage recorded, JsonNode request) {}

  private final List<RecordedMessage> requests = new ArrayList<>();
  private final List<RecordedMessage> messages = new ArrayList<>();
  private final List<Asked> unanswered = new ArrayList<>();
  private final Set<String> groups = new HashSet<>();
  private String agent = "an agent";
  private int heard;
  private int sent;

  void isOf(String name) {
    agent = name.isEmpty() ? agent : name;
  }

  String agent() {
    return agent;
  }

  void add(RecordedMessage recorded) {
    (recorded.isRequest() ? requests : messages).add(recorded);
    String[] path = recorded.message().path("target").asText().split("\\.", -1);
    if (recorded.message().path("name").asText().equals(Events.CHANNEL_CREATED)
        && path.length == 3) {
      groups.add(path[1]);
    }
  }

  /** Tells whether every message was replayed. */
  boolean isOver() {
    return heard == requests.size() && sent == messages.size();
  }

  /** Returns how many requests were heard. */
  int heard() {
    return heard;
  }

  int requests() {
    return requests.size();
  }

  Optional<RecordedMessage> nextRequest() {
    return heard < requests.size() ? Optional.of(requests.get(heard)) : Optional.empty();
  }

  Optional<RecordedMessage> nextMessage() {
    return sent < messages.size() ? Optional.of(messages.get(sent)) : Optional.empty();
  }

  /** Returns when the next message is due; empty if there is none, or it waits for a request. */
  OptionalLong due(ReplaySpeed speed) {
    return nextMessage()
        .filter(RecordedMessage::mayCome)
        .map(recorded -> OptionalLong.of(recorded.due(speed)))
        .orElse(OptionalLong.empty());
  }

  /** Lists how a request differs from the next one of the recording; empty if it is that one. */
  List<String> differences(String text) {
    Optional<RecordedMessage> next = nextRequest();
    if (next.isEmpty()) {
      return List.of("the recording has no further request on this connection");
    }
    JsonNode expected = next.get().message();
    Optional<JsonNode> actual = Json.parse(text).filter(JsonNode::isObject);
    if (actual.isEmpty() || expected.isEmpty()) {
      return text.equals(next.get().text()) ? List.of() : List.of("the texts differ");
    }
    return JsonTrees.differences(
        shortened(Redaction.filled(expected, actual.get())), shortened(actual.get()));
  }

  /** Returns a request with the short form of its target; a channel in a group answers to both. */
  private JsonNode shortened(JsonNode request) {
    JsonNode target = request.path("target");
    if (!target.isTextual() || groups.isEmpty()) {
      return request;
    }
    List<String> path = new ArrayList<>(List.of(target.textValue().split("\\.", -1)));
    path.removeIf(groups::contains);
    ObjectNode shortened = request.deepCopy();
    return shortened.put("target", String.join(".", path));
  }

  void hear(String text, long now) {
    RecordedMessage recorded = requests.get(heard++);
    recorded.done(now);
    Json.parse(text).ifPresent(request -> unanswered.add(new Asked(recorded, request)));
  }

  /** Says the next message; an answer repeats what was asked here, not what was recorded. */
  String say(long now) {
    RecordedMessage recorded = messages.get(sent++);
    recorded.done(now);
    return recorded.isResponse()
        ? answered(recorded).map(asked -> answer(recorded, asked)).orElse(recorded.text())
        : recorded.text();
  }

  private Optional<Asked> answered(RecordedMessage response) {
    Iterator<Asked> waiting = unanswered.iterator();
    while (waiting.hasNext()) {
      Asked asked = waiting.next();
      if (asked.recorded().command().equals(response.command())) {
        waiting.remove();
        return Optional.of(asked);
      }
    }
    return Optional.empty();
  }

  private static String answer(RecordedMessage response, Asked asked) {
    ObjectNode answer = response.message().deepCopy();
    JsonNode recorded = asked.recorded().message();
    for (String repeated : List.of("target", "data")) {
      if (answer.has(repeated) && answer.get(repeated).equals(recorded.path(repeated))) {
        answer.set(repeated, asked.request().path(repeated));
      }
    }
    if (answer.has("original")) {
      answer.set("original", asked.request());
    }
    return Json.write(answer);
  }
}
