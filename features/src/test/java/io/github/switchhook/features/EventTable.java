package io.github.switchhook.features;

import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleStepArgument;
import io.cucumber.messages.types.PickleTableCell;
import io.cucumber.messages.types.PickleTableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The table of events that stands below a step such as {@code Alice sees:}.
 *
 * @param step the sentence above it
 * @param rows the header, then one row per event
 */
record EventTable(String step, List<List<String>> rows) {

  private static final Set<String> COLUMNS =
      Set.of(
          "event",
          "on",
          "state",
          "muted",
          "recording",
          "busy",
          "focus",
          "member",
          "data",
          "required");

  static EventTable of(PickleStep step) {
    List<List<String>> rows =
        step.getArgument().flatMap(PickleStepArgument::getDataTable).stream()
            .flatMap(table -> table.getRows().stream())
            .map(PickleTableRow::getCells)
            .map(cells -> cells.stream().map(PickleTableCell::getValue).toList())
            .toList();
    return new EventTable(step.getText(), rows);
  }

  /** Returns every cell below the header. */
  Stream<String> cells() {
    return rows.stream().skip(1).flatMap(List::stream);
  }

  /** Returns what is wrong with the columns, and with the object that an event is on. */
  List<String> problems() {
    if (rows.size() < 2) {
      return List.of("has no events below '" + step + "'");
    }
    List<String> header = rows.get(0);
    if (header.size() < 2 || !header.subList(0, 2).equals(List.of("event", "on"))) {
      return List.of("has a table that does not begin with the columns event and on: " + header);
    }
    List<String> problems = new ArrayList<>();
    header.stream()
        .filter(column -> !COLUMNS.contains(column))
        .forEach(column -> problems.add("has a table with the unknown column " + column));
    rows.stream()
        .skip(1)
        .flatMap(row -> problem(row.get(0), row.get(1)).stream())
        .forEach(problems::add);
    return problems;
  }

  private static List<String> problem(String event, String on) {
    if (!Sentences.Words.OBJECTS.contains(on)) {
      return List.of("has the event " + event + " on '" + on + "', which is no object");
    }
    return event.equals("state.updated") || event.startsWith(kindOf(on) + ".")
        ? List.of()
        : List.of("has the event " + event + " on the " + on);
  }

  /** Returns the kind of an object by what a scenario calls it. */
  static String kindOf(String object) {
    return object.equals("consult")
        ? "conversation"
        : object.substring(object.lastIndexOf(' ') + 1);
  }
}
