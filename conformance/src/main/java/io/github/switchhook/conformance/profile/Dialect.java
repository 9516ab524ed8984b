package io.github.switchhook.conformance.profile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.switchhook.conformance.protocol.Columns;
import io.github.switchhook.conformance.protocol.Events;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The spellings in which a target may differ from PROTOCOL without being wrong. Only this class
 * translates them.
 *
 * @param prefixedStateEvents whether the state event is called {@code <object>.state.updated}
 *     (PROTOCOL 1) and not {@code state.updated}
 * @param codes the target's failure code for each of PROTOCOL's that differs
 * @param session where the answer to {@code prepareSession} names the session
 * @param columns how the target reports what the tables name, by column or by {@code
 *     object.column}, which wins
 * @param requests how the target spells requests
 */
public record Dialect(
    boolean prefixedStateEvents,
    Map<String, String> codes,
    JsonPointer session,
    Map<String, Column> columns,
    RequestStyle requests) {
  /** The kinds of object that events are on. */
  static final Set<String> KINDS = Set.of("session", "channel", "interaction", "conversation");

  /** The dialect that changes nothing: PROTOCOL as it stands. */
  public static final Dialect PLAIN =
      new Dialect(
          false, Map.of(), JsonPointer.compile("/data/session"), Map.of(), RequestStyle.PLAIN);

  /**
   * One thing that events report.
   *
   * @param at where in the event's data it stands; empty where PROTOCOL says
   * @param values the target's words for PROTOCOL's that differ
   * @param reported whether the target reports it at all; what it does not is not compared
   */
  public record Column(Optional<JsonPointer> at, Map<String, String> values, boolean reported) {
    public Column {
      values = Map.copyOf(values);
    }
  }

  public Dialect {
    codes = Map.copyOf(codes);
    columns = Map.copyOf(columns);
  }

  /** Returns the same dialect with the other name of the state event, or this one. */
  public Dialect withPrefixedStateEvents(boolean prefixed) {
    return new Dialect(prefixed, codes, session, columns, requests);
  }

  /** Returns the same dialect with more failure codes. */
  public Dialect withCodes(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(codes);
    all.putAll(more);
    return new Dialect(prefixedStateEvents, all, session, columns, requests);
  }

  /**
   * Returns the name that the target gives an event.
   *
   * @param name the event's name in a table
   * @param object the kind of object that it is on: session, channel, interaction or conversation
   */
  public String eventName(String name, String object) {
    return prefixedStateEvents && name.equals(Events.STATE_UPDATED)
        ? object + "." + Events.STATE_UPDATED
        : name;
  }

  /** Tells whether this is the target's name of the state event, on whatever object. */
  public boolean isStateEvent(String actualName) {
    return prefixedStateEvents
        ? actualName.endsWith("." + Events.STATE_UPDATED)
        : actualName.equals(Events.STATE_UPDATED);
  }

  /** Returns the target's failure code for one of PROTOCOL's. */
  public String code(String code) {
    return codes.getOrDefault(code, code);
  }

  /** Returns PROTOCOL's failure code for one of the target's. */
  public String plainCode(String code) {
    return RequestStyle.ours(codes, code);
  }

  /** Returns where in the data of an event on such an object the value of a column stands. */
  public JsonPointer pointer(String object, String column) {
    return column(object, column)
        .flatMap(Column::at)
        .or(() -> Optional.ofNullable(columns.get(column)).flatMap(Column::at))
        .orElseGet(
            () -> JsonPointer.compile(column.equals("member") ? "/member/address" : "/" + column));
  }

  /** Returns the target's word for one of PROTOCOL's. */
  public String value(String object, String column, String value) {
    return column(object, column)
        .map(known -> known.values().getOrDefault(value, value))
        .orElse(value);
  }

  /** Tells whether events on such an object report a column at all. */
  public boolean reports(String object, String column) {
    return column(object, column).map(Column::reported).orElse(true);
  }

  /** Returns an answer as PROTOCOL spells it. */
  public JsonNode plainResponse(JsonNode message) {
    JsonNode plain = requests.plain(message);
    if (plain.path("failure") instanceof ObjectNode failure) {
      failure.put("code", plainCode(failure.path("code").asText()));
    }
    if (plain instanceof ObjectNode response && plain.path("original").isObject()) {
      response.set("original", requests.plain(plain.path("original")));
    }
    return plain;
  }

  /**
   * Returns an event as PROTOCOL spells it.
   *
   * @param kind the kind of object that it is on
   */
  public JsonNode plainEvent(JsonNode message, String kind) {
    if (!(message.deepCopy() instanceof ObjectNode event)) {
      return message;
    }
    if (isStateEvent(message.path("name").asText())) {
      event.put("name", Events.STATE_UPDATED);
    }
    if (event.get("data") instanceof ObjectNode data) {
      for (String column : Columns.ALL) {
        JsonNode value = message.path("data").at(pointer(kind, column));
        if (!value.isMissingNode()) {
          RequestStyle.set(data, PLAIN.pointer(kind, column), plainValue(kind, column, value));
        }
      }
    }
    return event;
  }

  private JsonNode plainValue(String kind, String column, JsonNode value) {
    if (!value.isValueNode()) {
      return value;
    }
    String word =
        RequestStyle.ours(
            column(kind, column).map(Column::values).orElse(Map.of()), value.asText());
    return word.equals(value.asText())
        ? value
        : word.matches("true|false")
            ? BooleanNode.valueOf(Boolean.parseBoolean(word))
            : TextNode.valueOf(word);
  }

  private Optional<Column> column(String object, String column) {
    return Optional.ofNullable(columns.get(object + "." + column))
        .or(() -> Optional.ofNullable(columns.get(column)));
  }
}
