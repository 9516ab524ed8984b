package io.github.switchhook.simulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.call.LegState;
import io.github.switchhook.simulator.call.LegTrigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The state diagrams. That of a conversation is the table of {@link LegState}; those of the other
 * objects are the transitions that their events have told while samples were played.
 */
final class Transitions {
  private static final String BEGIN = "[*]";
  private static final String OTHERS = "(others)";

  private record Edge(String from, String to) {}

  private final Map<String, Map<Edge, Set<String>>> seen = new TreeMap<>();
  private final Map<String, String> states = new HashMap<>();
  private final Set<String> justBegun = new HashSet<>();

  /** Forgets the objects: the switch has been reset. */
  void forgetObjects() {
    states.clear();
  }

  /**
   * Notes that a request is sent or something else happens, which causes the events from now on.
   */
  void newCause() {
    justBegun.clear();
  }

  /**
   * Notes the transition that an event tells.
   *
   * @param command what its receiver has just sent; null where another party or a timer acted
   */
  void told(JsonNode event, @Nullable String command) {
    String target = event.path("target").asText();
    String id = target.substring(target.lastIndexOf('.') + 1);
    String name = event.path("name").asText();
    JsonNode data = event.path("data");
    if (name.equals("interaction.ended")) {
      changed("interaction", id, "ENDED", command);
    } else if (name.equals("state.updated")) {
      String object = object(id);
      changed(object, id, data.path("state").asText(), command);
      if (data.has("recording")) {
        changed("recording", id + "/recording", data.path("recording").asText(), command);
      }
    }
  }

  private static String object(String id) {
    return id.startsWith("ch") ? "channel" : id.startsWith("i") ? "interaction" : "conversation";
  }

  private void changed(String object, String id, String state, @Nullable String command) {
    String old = states.put(id, state);
    if (old == null) {
      justBegun.add(id);
      note(object, new Edge(BEGIN, state), "");
    } else if (!old.equals(state)) {
      note(object, new Edge(old, state), cause(object, id, command));
    }
  }

  private String cause(String object, String id, @Nullable String command) {
    if (command == null || justBegun.contains(id) || command.startsWith("session.")) {
      return OTHERS;
    }
    return object.equals("channel") == command.startsWith("channel.") ? command : OTHERS;
  }

  private static String key(Edge edge) {
    return edge.from().replace(BEGIN, "") + " " + edge.to();
  }

  private void note(String object, Edge edge, String cause) {
    seen.computeIfAbsent(object, o -> new TreeMap<>(Transitions::compare))
        .computeIfAbsent(edge, e -> new TreeSet<>())
        .add(cause);
  }

  private static int compare(Edge one, Edge other) {
    return key(one).compareTo(key(other));
  }

  /** Returns the lines of an object's diagram. */
  List<String> diagram(String object) {
    List<String> lines = new ArrayList<>(List.of("stateDiagram-v2", "    %% " + object));
    if (object.equals("conversation")) {
      lines.addAll(table());
    } else {
      seen.getOrDefault(object, Map.of())
          .forEach(
              (edge, causes) -> lines.add(line(edge.from(), edge.to(), String.join(", ", causes))));
    }
    if (object.equals("interaction")) {
      lines.add(line("COMPLETED", BEGIN, ""));
    }
    return lines;
  }

  /** Returns the transitions of conversations that were told and are not in the table. */
  List<String> notInTheTable() {
    return seen.getOrDefault("conversation", Map.of()).keySet().stream()
        .filter(edge -> !edge.from().equals(BEGIN))
        .filter(edge -> table().stream().noneMatch(line -> line.startsWith(arrow(edge))))
        .map(Edge::toString)
        .toList();
  }

  private static String arrow(Edge edge) {
    return "    " + edge.from() + " --> " + edge.to();
  }

  private static String line(String from, String to, String label) {
    return arrow(new Edge(from, to)) + (label.isEmpty() ? "" : " : " + label);
  }

  private static List<String> table() {
    List<String> lines = new ArrayList<>();
    Set<LegState> reached = new HashSet<>();
    for (LegState from : LegState.values()) {
      for (LegTrigger trigger : LegTrigger.values()) {
        from.on(trigger)
            .ifPresent(
                to -> {
                  reached.add(to);
                  String label = trigger.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                  lines.add(line(from.name(), to.name(), label));
                });
      }
    }
    for (LegState state : LegState.values()) {
      if (!reached.contains(state)) {
        lines.add(line(BEGIN, state.name(), ""));
      }
      if (state.gone()) {
        lines.add(line(state.name(), BEGIN, ""));
      }
    }
    return lines;
  }
}
