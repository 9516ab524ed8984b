package io.github.switchhook.conformance.match;

import io.github.switchhook.conformance.protocol.ObjectRole;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of a scenario's event table.
 *
 * @param name the event's name as the table writes it
 * @param on the object that it must be on, such as {@code conversation}
 * @param cells the other columns that are not empty, in the table's order
 */
public record ExpectedEvent(String name, String on, Map<String, String> cells) {
  public ExpectedEvent {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /**
   * Returns the kind of object, which is what the object is called without {@code added} and the
   * like.
   */
  String kind() {
    return ObjectRole.kindOf(on);
  }
}
