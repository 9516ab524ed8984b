package io.github.switchhook.conformance.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Set;

/**
 * A message on an agent's connection where an event is expected.
 *
 * @param name the event's name without blanks around it; for any other message a few words in
 *     brackets
 * @param objects what the scenario calls the object it is on, the usual name first; empty if the
 *     target names no object known
 * @param target the raw target
 * @param data its data, a missing node if it has none
 * @param focus what the scenario calls the conversation that the data names as focus
 * @param beforeResponse whether the response to the request was still owed when it came
 */
public record ActualEvent(
    String name,
    List<String> objects,
    String target,
    JsonNode data,
    Set<String> focus,
    boolean beforeResponse) {
  public ActualEvent {
    objects = List.copyOf(objects);
    focus = Set.copyOf(focus);
  }

  /** Wraps a message that is not an event of the protocol; the comparison shows it as extra. */
  public static ActualEvent oddity(String what, boolean beforeResponse) {
    return new ActualEvent(
        "(" + what + ")", List.of(), "", MissingNode.getInstance(), Set.of(), beforeResponse);
  }

  /** Returns the object for people: its name in the scenario, else its raw target. */
  String object() {
    return objects.isEmpty() ? target : objects.get(0);
  }

  /** Returns what is equal for an event that comes twice. */
  Object identity() {
    return List.of(name, target, data);
  }
}
