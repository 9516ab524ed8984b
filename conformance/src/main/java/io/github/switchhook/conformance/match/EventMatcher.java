package io.github.switchhook.conformance.match;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.JsonTrees;
import io.github.switchhook.conformance.protocol.ObjectRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares one event with one row of a table, in a target's dialect. Immutable. */
final class EventMatcher {
  private static final int WRONG_CELL = 2;
  private static final int WRONG_OBJECT = 6;

  private final Dialect dialect;

  EventMatcher(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Returns the cost of laying the two side by side: nothing if they agree. */
  int cost(ExpectedEvent row, ActualEvent event) {
    if (!sameName(row, event)) {
      return Alignment.NEVER;
    }
    boolean right = event.objects().contains(row.on());
    return (right ? 0 : WRONG_OBJECT) + (hasWrongCell(row, event) ? right ? WRONG_CELL : 1 : 0);
  }

  boolean agrees(ExpectedEvent row, ActualEvent event) {
    return cost(row, event) == 0;
  }

  /** Lists how an event of the right name differs from its row. */
  List<Deviation> deviations(ExpectedEvent row, ActualEvent event) {
    List<Deviation> found = new ArrayList<>();
    if (!event.objects().contains(row.on())) {
      found.add(
          new Deviation(
              DeviationKind.WRONG_OBJECT,
              row.name()
                  + " is on "
                  + event.object()
                  + " ("
                  + event.target()
                  + "), expected "
                  + row.on()));
    }
    found.addAll(wrongCells(row, event));
    return found;
  }

  private boolean sameName(ExpectedEvent row, ActualEvent event) {
    String expected = dialect.eventName(row.name(), row.kind());
    // A prefixed state event on the wrong object has another prefix, yet is the same event on the
    // wrong object.
    return event.name().equals(expected)
        || (dialect.isStateEvent(expected) && dialect.isStateEvent(event.name()));
  }

  /** Says nothing about it: a flood is compared many times before anything is shown. */
  private boolean hasWrongCell(ExpectedEvent row, ActualEvent event) {
    return row.cells().entrySet().stream().anyMatch(cell -> isWrong(cell, row, event));
  }

  private boolean isWrong(Map.Entry<String, String> cell, ExpectedEvent row, ActualEvent event) {
    String column = cell.getKey();
    return dialect.reports(row.kind(), column)
        && !holds(row.kind(), column, dialect.value(row.kind(), column, cell.getValue()), event);
  }

  private List<Deviation> wrongCells(ExpectedEvent row, ActualEvent event) {
    List<Deviation> found = new ArrayList<>();
    for (Map.Entry<String, String> cell : row.cells().entrySet()) {
      if (isWrong(cell, row, event)) {
        String column = cell.getKey();
        DeviationKind kind =
            column.equals("state") ? DeviationKind.WRONG_STATE : DeviationKind.WRONG_DATA;
        found.add(
            new Deviation(
                kind,
                row.name()
                    + " on "
                    + row.on()
                    + ": "
                    + column
                    + " is "
                    + shown(column, event)
                    + ", expected "
                    + dialect.value(row.kind(), column, cell.getValue())));
      }
    }
    return found;
  }

  private boolean holds(String kind, String column, String expected, ActualEvent event) {
    JsonNode actual = event.data().at(dialect.pointer(kind, column));
    if (column.equals("focus")) {
      return event.focus().contains(expected)
          || (actual.isTextual() && actual.textValue().equals(expected));
    }
    if (expected.equals("*")) {
      return actual.isTextual() && !actual.textValue().isBlank();
    }
    Optional<JsonNode> tree =
        expected.startsWith("{") || expected.startsWith("[")
            ? Json.parse(expected)
            : Optional.empty();
    if (tree.isPresent()) {
      return JsonTrees.lacks(column, tree.get(), actual).isEmpty();
    }
    return actual.isValueNode() && actual.asText().equals(expected);
  }

  /** Returns what the event has in a column, for people. */
  String shown(String column, ActualEvent event) {
    String kind = ObjectRole.kindOf(event.object());
    JsonNode actual = event.data().at(dialect.pointer(kind, column));
    if (column.equals("focus") && !event.focus().isEmpty()) {
      return String.join("/", event.focus());
    }
    return actual.isTextual() ? actual.textValue() : JsonTrees.show(actual);
  }
}
