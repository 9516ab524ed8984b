package io.github.switchhook.conformance.execution;

import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.catalogue.Step;
import io.github.switchhook.conformance.protocol.Events;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ways in which an interaction begins for an agent (PROTOCOL 4, R1). The list of events is that
 * of the feature whose subject it is, read from the packaged features, so that it is written down
 * once.
 */
public enum InteractionStart {
  OFFERED_CALL("SWH-FAR-001", "channel", "is offered a call"),
  OFFERED_CHAT("SWH-MEDIA-001", "chat channel", "is offered a chat"),
  OFFERED_EMAIL("SWH-MEDIA-001", "email channel", "is offered an email"),
  DIALLED_CALL("SWH-DIAL-004", "channel", "is dialling");

  private static final String LAST = Events.INTERACTION_INITIALIZED;

  private final String requirement;
  private final String channel;
  private final String words;

  InteractionStart(String requirement, String channel, String words) {
    this.requirement = requirement;
    this.channel = channel;
    this.words = words;
  }

  /** Returns the id of the requirement that is about these events. */
  public String requirement() {
    return requirement;
  }

  /** Returns what happens to the agent, such as {@code is offered a call}. */
  String words() {
    return words;
  }

  /**
   * Returns the events, in order, a map from column to cell for each.
   *
   * @param member what to expect in the column {@code member}; with an empty one any will do
   * @throws IllegalStateException if no packaged scenario has them that carries the requirement
   *     first, as its subject
   */
  List<Map<String, String>> rows(String member) {
    return Catalogue.load().provedBy(requirement).stream()
        .filter(scenario -> scenario.requirements().get(0).id().equals(requirement))
        .map(Scenario::eventTables)
        .filter(tables -> !tables.isEmpty())
        .map(tables -> rows(tables.get(0), member))
        .filter(rows -> rows.get(0).getOrDefault("on", "").equals(channel))
        .filter(rows -> rows.get(rows.size() - 1).getOrDefault("event", "").equals(LAST))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "expected a scenario that carries "
                        + requirement
                        + " first and whose first table begins on the "
                        + channel
                        + " and ends with "
                        + LAST
                        + ", found none"));
  }

  private static List<Map<String, String>> rows(Step table, String member) {
    List<String> columns = table.table().get(0);
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> cells : table.table().subList(1, table.table().size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        String cell = cells.get(i) == null ? "" : cells.get(i);
        row.put(columns.get(i), columns.get(i).equals("member") && !cell.isEmpty() ? member : cell);
      }
      rows.add(row);
    }
    return rows;
  }
}
