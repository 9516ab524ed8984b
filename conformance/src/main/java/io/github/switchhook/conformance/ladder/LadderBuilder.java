package io.github.switchhook.conformance.ladder;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.match.AgentView;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.profile.Operations;
import io.github.switchhook.conformance.protocol.Barrier;
import io.github.switchhook.conformance.protocol.Events;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.Result;
import io.github.switchhook.conformance.text.Excerpt;
import io.github.switchhook.conformance.wire.WireLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns wire lines into rows, one after another, so that a ladder can be drawn while a call is
 * going on. Not thread-safe.
 */
public final class LadderBuilder {
  /** The column of the switch. */
  public static final String SWITCH = "switch";

  /** The column of every party that is not an agent. */
  public static final String OUTSIDE = "outside";

  private static final List<String> TELLING = List.of("destination", "digits", "queue", "key");

  /** The longest part shown of a line that is not a message, in UTF-16 units. */
  private static final int SHOWN = 60;

  private final Map<String, AgentView> views = new HashMap<>();

  /** Turns the next line into a row; empty if it tells nothing about the call. */
  public Optional<LadderRow> add(WireLine line) {
    if (Barrier.isIn(line.text())) {
      return Optional.empty();
    }
    return switch (line.direction()) {
      case OPEN, STEP, FINDING -> Optional.empty();
      case CLOSE ->
          Optional.of(here(line, column(line), LadderRow.RowKind.CONNECTION, closing(line)));
      case ACT -> act(line);
      case OUT -> Optional.of(request(line));
      case IN -> Optional.of(incoming(line));
    };
  }

  private static String closing(WireLine line) {
    return "connection closed: " + line.text().strip();
  }

  /** Returns the column of the agent of a line. */
  public static String column(WireLine line) {
    return line.agent().isEmpty() ? "client " + line.connection() : line.agent();
  }

  private static Optional<LadderRow> act(WireLine line) {
    JsonNode act = Json.parse(line.text()).orElseGet(Json::object);
    String address = act.path("address").asText();
    return switch (act.path("act").asText()) {
      case Operations.RESET, Operations.HEARD -> Optional.empty();
      case Operations.CALL ->
          Optional.of(
              outside(line, act.path("from").asText() + " calls " + act.path("to").asText()));
      case Operations.ANSWER -> Optional.of(outside(line, address + " answers"));
      case Operations.HANGUP -> Optional.of(outside(line, address + " hangs up"));
      case Operations.BUSY -> Optional.of(outside(line, address + " is busy"));
      case Operations.REFUSE -> Optional.of(outside(line, address + " refuses"));
      case Operations.NO_ANSWER -> Optional.of(outside(line, address + " does not answer"));
      case Operations.ADVANCE ->
          Optional.of(
              here(line, SWITCH, LadderRow.RowKind.ACT, act.path("seconds").asText() + " s pass"));
      default -> Optional.of(here(line, SWITCH, LadderRow.RowKind.ACT, act.path("act").asText()));
    };
  }

  private static LadderRow outside(WireLine line, String label) {
    return new LadderRow(line.micros(), OUTSIDE, SWITCH, LadderRow.RowKind.ACT, label, line.text());
  }

  private static LadderRow here(
      WireLine line, String column, LadderRow.RowKind kind, String label) {
    return new LadderRow(line.micros(), column, column, kind, label, line.text());
  }

  private LadderRow request(WireLine line) {
    JsonNode message = Json.parse(line.text()).orElseGet(Json::object);
    String command = message.path("command").asText();
    String label = command.isEmpty() ? Excerpt.of(line.text(), SHOWN) : command;
    String on = objectOf(line, message, command);
    String data =
        TELLING.stream()
            .map(key -> message.path("data").path(key))
            .filter(JsonNode::isValueNode)
            .map(value -> " " + value.asText())
            .findFirst()
            .orElse("");
    return new LadderRow(
        line.micros(),
        column(line),
        SWITCH,
        LadderRow.RowKind.REQUEST,
        label + on + data,
        line.text());
  }

  /** Returns the object of a command, or an empty text where it is the usual one. */
  private String objectOf(WireLine line, JsonNode message, String command) {
    List<String> names = view(line).namesOf(message.path("target").asText());
    return names.isEmpty() || command.startsWith(names.get(0)) ? "" : " (" + names.get(0) + ")";
  }

  private LadderRow incoming(WireLine line) {
    JsonNode message = Json.parse(line.text()).orElseGet(Json::object);
    String result = Result.of(message);
    if (!result.isEmpty()) {
      if (message.path("data").path("session").isTextual()) {
        view(line).session(message.path("data").path("session").textValue());
      }
      boolean refused = result.equals("failure");
      String label =
          refused
              ? "refused: " + message.path("failure").path("code").asText()
              : result.equals("success") ? "ok" : result;
      LadderRow.RowKind kind = refused ? LadderRow.RowKind.REFUSAL : LadderRow.RowKind.ANSWER;
      return new LadderRow(
          line.micros(),
          SWITCH,
          column(line),
          kind,
          label + " " + message.path("command").asText(),
          line.text());
    }
    String label =
        message.has("name")
            ? event(view(line).apply(message, false))
            : Excerpt.of(line.text(), SHOWN);
    return new LadderRow(
        line.micros(), SWITCH, column(line), LadderRow.RowKind.EVENT, label, line.text());
  }

  private static String event(ActualEvent event) {
    String object = event.objects().isEmpty() ? "" : event.objects().get(0);
    // The object alone identifies a state event, as in "conversation HELD".
    boolean state = event.name().endsWith(Events.STATE_UPDATED);
    String name =
        state && !object.isEmpty()
            ? object
            : object.isEmpty() || event.name().startsWith(object + ".")
                ? event.name()
                : event.name() + " " + object;
    String said =
        Stream.of("state", "recording", "muted", "busy")
            .map(column -> shown(column, event.data().path(column)))
            .filter(text -> !text.isEmpty())
            .reduce("", (left, right) -> left + " " + right);
    String member = event.data().path("member").path("address").asText();
    return name + said + (member.isEmpty() ? "" : " " + member);
  }

  /** Returns a value as it is shown; the usual values (not muted, recorded, busy) are left out. */
  private static String shown(String column, JsonNode value) {
    String text = value.asText();
    return switch (column) {
      case "state" -> text;
      case Operations.RECORDING -> text.isEmpty() || text.equals("OFF") ? "" : "recording " + text;
      default -> value.asBoolean() ? column : "";
    };
  }

  private AgentView view(WireLine line) {
    return views.computeIfAbsent(column(line), column -> new AgentView(Dialect.PLAIN));
  }
}
