package io.github.switchhook.conformance.transcript.playback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.protocol.Barrier;
import io.github.switchhook.conformance.protocol.FailureCodes;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.transcript.Redaction;
import io.github.switchhook.conformance.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Plays the switch's side of a transcript to the desktops that connect. A desktop gets the first
 * recorded connection that began with the same request. Ids are those of the recording, so that the
 * desktop's targets are too.
 *
 * <p>An answer waits for its request. An event waits for that as well, and for what other agents
 * sent in between, because one of them may have caused it. What no agent in the transcript caused
 * comes at its recorded time.
 *
 * <p>Knows neither sockets nor a clock: the caller tells the time, in microseconds. Used by one
 * thread.
 */
public final class RecordedSwitch {
  /**
   * A message to be sent.
   *
   * @param connection the number that the caller gave to the connection
   */
  public record Delivery(int connection, String text) {}

  /**
   * The first place where a desktop did something else than the recorded one.
   *
   * @param agent whose desktop; empty if it is none of the recording
   * @param request the number of the request on its connection, from 1
   * @param expected what was recorded, or that there is no more
   * @param got what came, or that nothing did
   * @param what the places that differ; empty where one side is missing
   */
  public record Divergence(
      String agent, int request, String expected, String got, List<String> what) {
    public Divergence {
      // A desktop that is played to has its own password in what it sends.
      expected = Redaction.STANDARD.redact(expected);
      got = Redaction.STANDARD.redact(got);
      what = what.stream().map(Redaction.STANDARD::redact).toList();
    }

    /** Returns the divergence as text for people, of several lines. */
    public String text() {
      StringBuilder text = new StringBuilder("first divergence: request ").append(request);
      text.append(agent.isEmpty() ? " of a desktop more" : " of " + Escape.line(agent));
      text.append("\n  expected  ").append(Escape.line(expected));
      text.append("\n  got       ").append(Escape.line(got));
      what.forEach(each -> text.append("\n    ").append(Escape.line(each)));
      return text.toString();
    }
  }

  private static final String NO_MORE = "nothing more on this connection";

  private final ReplaySpeed speed;
  private final List<RecordedConnection> parts;
  private final List<RecordedConnection> free;
  private final Map<Integer, RecordedConnection> taken = new LinkedHashMap<>();
  private @Nullable Divergence divergence;

  /** Takes the recording; no desktop is connected yet. */
  public RecordedSwitch(Transcript transcript, ReplaySpeed speed) {
    this.speed = speed;
    this.parts = RecordedConnections.read(transcript);
    this.free = new ArrayList<>(parts);
  }

  /** Returns whose connections were recorded, in the order in which they were opened. */
  public List<String> agents() {
    return parts.stream().map(RecordedConnection::agent).distinct().toList();
  }

  /** Returns the agent that a connection plays; empty if it plays none. */
  public String agent(int number) {
    RecordedConnection connection = taken.get(number);
    return connection == null ? "" : connection.agent();
  }

  /** Returns how many requests are to come. */
  public int requests() {
    return parts.stream().mapToInt(RecordedConnection::requests).sum();
  }

  /** Returns where the first desktop left the recording. */
  public Optional<Divergence> divergence() {
    return Optional.ofNullable(divergence);
  }

  /** Tells whether every message was replayed. */
  public boolean isPlayed() {
    return divergence == null && parts.stream().allMatch(RecordedConnection::isOver);
  }

  /** Says what the desktops are waited for to send; for people. */
  public List<String> awaited() {
    return parts.stream()
        .flatMap(
            connection ->
                connection.nextRequest().stream()
                    .map(
                        recorded ->
                            connection.agent()
                                + " to send "
                                + named(recorded.message(), recorded.text())))
        .toList();
  }

  /**
   * Takes a message that a desktop has sent.
   *
   * @return the messages to send at once; the rest is {@link #due}
   */
  public List<Delivery> heard(int number, String text, long now) {
    JsonNode request = Json.parse(text).filter(JsonNode::isObject).orElseGet(Json::object);
    if (Barrier.isIn(text)) {
      List<Delivery> first = new ArrayList<>(due(now));
      first.add(refusal(number, request, FailureCodes.UNKNOWN_COMMAND, "there is no such command"));
      return first;
    }
    RecordedConnection connection = connection(number, text);
    if (divergence == null) {
      divergence = connection == null ? stranger(text) : divergence(connection, text);
    }
    if (divergence == null && connection != null) {
      connection.hear(text, now);
      return List.of();
    }
    return List.of(refusal(number, request, FailureCodes.INVALID_STATE, why()));
  }

  /**
   * Finds the recorded connection of a desktop; none is left where the recording had fewer
   * desktops.
   */
  private @Nullable RecordedConnection connection(int number, String text) {
    RecordedConnection known = taken.get(number);
    if (known != null || free.isEmpty()) {
      return known;
    }
    RecordedConnection connection =
        free.stream()
            .filter(each -> each.differences(text).isEmpty())
            .findFirst()
            .orElse(free.get(0));
    free.remove(connection);
    taken.put(number, connection);
    return connection;
  }

  private static Divergence stranger(String text) {
    return new Divergence("", 1, "no further desktop", text, List.of());
  }

  private static @Nullable Divergence divergence(RecordedConnection connection, String text) {
    List<String> differences = connection.differences(text);
    return differences.isEmpty()
        ? null
        : new Divergence(
            connection.agent(),
            connection.heard() + 1,
            connection.nextRequest().map(RecordedMessage::text).orElse(NO_MORE),
            text,
            differences);
  }

  private String why() {
    return divergence == null
        ? ""
        : "this plays a transcript, which was left at request "
            + divergence.request()
            + " of "
            + divergence.agent()
            + ": expected "
            + divergence.expected()
            + divergence.what().stream().map(each -> "; " + each).collect(Collectors.joining());
  }

  /** Notes that a desktop has gone, which is a divergence if its recording goes on. */
  public void gone(int number) {
    RecordedConnection connection = taken.get(number);
    if (connection != null && !connection.isOver() && divergence == null) {
      String expected =
          connection
              .nextRequest()
              .map(RecordedMessage::text)
              .orElseGet(() -> "it to stay for " + connection.nextMessage().orElseThrow().text());
      divergence =
          new Divergence(
              connection.agent(),
              connection.heard() + 1,
              expected,
              "the connection was closed",
              List.of());
    }
  }

  /** Takes the messages that are due, in the order in which they are to be sent. */
  public List<Delivery> due(long now) {
    List<Delivery> due = new ArrayList<>();
    Optional<Integer> next = earliest(now);
    while (divergence == null && next.isPresent()) {
      int connection = next.get();
      // What is sent may be what something on another connection waits for.
      due.add(new Delivery(connection, Objects.requireNonNull(taken.get(connection)).say(now)));
      next = earliest(now);
    }
    return due;
  }

  /** Finds the connection whose next message is due and was recorded first. */
  private Optional<Integer> earliest(long now) {
    return taken.entrySet().stream()
        .filter(entry -> entry.getValue().due(speed).orElse(Long.MAX_VALUE) <= now)
        .min(
            Comparator.comparingLong(
                entry -> entry.getValue().nextMessage().orElseThrow().recorded()))
        .map(Map.Entry::getKey);
  }

  /** Returns when the next message is due, as far as it waits for no request. */
  public OptionalLong nextDue() {
    return taken.values().stream()
        .map(connection -> connection.due(speed))
        .flatMapToLong(due -> due.isPresent() ? LongStream.of(due.getAsLong()) : LongStream.empty())
        .min();
  }

  private static Delivery refusal(int connection, JsonNode request, String code, String why) {
    ObjectNode answer = Json.object();
    for (String repeated : List.of("command", "target")) {
      if (request.has(repeated)) {
        answer.set(repeated, request.get(repeated));
      }
    }
    answer.put("result", "failure").putObject("failure").put("code", code).put("message", why);
    answer.set("original", request);
    return new Delivery(connection, Json.write(answer));
  }

  private static String named(JsonNode message, String text) {
    String command = message.path("command").asText();
    return command.isEmpty() ? text : command;
  }
}
