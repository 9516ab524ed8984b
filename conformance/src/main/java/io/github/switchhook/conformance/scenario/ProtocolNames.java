package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.Columns;
import io.github.switchhook.conformance.protocol.Events;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.fixtures.Register;
import io.github.switchhook.fixtures.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that scenario files are made of, for checking and for completion. */
public final class ProtocolNames {
  /** The names of the objects. */
  public static final List<String> OBJECTS =
      Arrays.stream(ObjectRole.values()).map(ObjectRole::words).toList();

  /** The parties that a customer can call: agents, and the queues that scenarios name. */
  static final List<String> CALLED =
      Stream.concat(AgentNames.IDS.stream(), Target.QUEUES.keySet().stream()).toList();

  /** The columns that tables and samples of events have; a target may report more. */
  private static final Set<String> EVENT_COLUMNS =
      Stream.concat(
              Columns.ALL.stream(), Stream.of("direction", "role", "media", "address", "endpoint"))
          .collect(Collectors.toUnmodifiableSet());

  private static final List<String> FLAGS = List.of("true", "false");

  /** The values that an object's last events can report of it (PROTOCOL 3). */
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "channel state", List.of("INACTIVE", "ACTIVE", "UNAVAILABLE"),
          "channel busy", FLAGS,
          "interaction state", List.of("ALERTING", "DIALING", "STARTED", "ENDED", "COMPLETED"),
          "interaction recording", List.of("OFF", "ON", "PAUSED"),
          "conversation state",
              List.of("INITIATED", "ALERTING", "CONNECTED", "HELD", "FAILED", "NULL"),
          "conversation muted", FLAGS);

  private static final List<String> COMMANDS = commandsOfTheRegister();
  private static final Pattern EVENT =
      Pattern.compile("(\\S++)\\s++((?:(?:added|chat|email|other) )?[a-z]++)((?:\\s++\\w++=.*+)?)");

  /** The beginning of a column; its value goes up to the next one. */
  private static final Pattern COLUMN = Pattern.compile("(?<!\\s)\\s++(\\w++)=");

  private ProtocolNames() {}

  /** Returns the names of the commands, in alphabetical order. */
  public static List<String> commands() {
    return COMMANDS;
  }

  /** Returns the states of objects and of recordings. */
  static Stream<String> states() {
    return WORDS.values().stream()
        .filter(words -> !words.equals(FLAGS))
        .flatMap(List::stream)
        .distinct();
  }

  private static List<String> commandsOfTheRegister() {
    TreeSet<String> commands = new TreeSet<>();
    Register.load().all().stream()
        .map(Requirement::command)
        .filter(Objects::nonNull)
        .forEach(commands::add);
    return List.copyOf(commands);
  }

  /** Reads {@code EVENT OBJECT column=value ...}. */
  static ExpectedEvent event(YamlNode node) {
    Matcher matcher = EVENT.matcher(node.text().strip());
    if (!matcher.matches()) {
      throw node.refuse(
          "expected an event, its object and what it says, such as 'state.updated conversation"
              + " state=HELD', got '"
              + node.text()
              + "'");
    }
    String name = matcher.group(1);
    if (!Events.ALL.contains(name)) {
      throw node.unknown("event", name, Events.ALL);
    }
    String object = matcher.group(2);
    if (!OBJECTS.contains(object)) {
      throw node.unknown("object", object, OBJECTS);
    }
    Map<String, String> cells = cells(matcher.group(3));
    cells.forEach(
        (column, word) -> {
          node.refuseSlip("column", column, EVENT_COLUMNS);
          checkWord(node, ObjectRole.named(object), column, word);
        });
    return new ExpectedEvent(name, object, cells);
  }

  private static Map<String, String> cells(String text) {
    Map<String, String> cells = new LinkedHashMap<>();
    Matcher begin = COLUMN.matcher(text);
    boolean more = begin.find();
    while (more) {
      String column = begin.group(1);
      int from = begin.end();
      more = begin.find();
      cells.put(column, text.substring(from, more ? begin.start() : text.length()));
    }
    return cells;
  }

  /** Refuses what an object never says; a variable and {@code *} may be anything. */
  static void checkWord(YamlNode at, ObjectRole object, String column, String word) {
    List<String> known = WORDS.get(object.kind() + " " + column);
    if (known != null && !word.equals("*") && !word.startsWith("$") && !known.contains(word)) {
      throw at.unknown(column + " of the " + object.words(), word, known);
    }
  }

  /** Writes an event as {@link #event} reads it. */
  public static String write(ExpectedEvent event) {
    List<String> words = new ArrayList<>(List.of(event.name(), event.on()));
    event.cells().forEach((column, value) -> words.add(column + "=" + value));
    return String.join(" ", words);
  }
}
