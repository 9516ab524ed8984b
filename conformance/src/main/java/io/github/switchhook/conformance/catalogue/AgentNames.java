package io.github.switchhook.conformance.catalogue;

import java.util.List;
import java.util.Locale;

/** The names of the target's agents in scenarios, first to fourth. */
public final class AgentNames {
  /** The names as alternatives of a pattern, for sentences. */
  static final String PATTERN = "Alice|Bob|Carol|Dave";

  /** The names as sentences write them, first to fourth. */
  public static final List<String> ALL = List.of(PATTERN.split("\\|"));

  /** The name of the first agent, for what needs just one. */
  public static final String FIRST = ALL.get(0);

  /** The names as scenario files and placeholders write them: in lower case. */
  public static final List<String> IDS =
      ALL.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();

  private AgentNames() {}

  /** Returns a name as sentences have it, given as scenario files have it. */
  public static String inSentence(String id) {
    return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
  }
}
