package io.github.switchhook.simulator.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Short ids for a reader, in the order in which the switch's own ids appear: s1, g1, ch1, i1, c1,
 * and p1 for a member.
 */
final class Aliases {
  private static final Pattern REAL = Pattern.compile("\\b(s|g|ch|i|c|p)[0-9a-f]{8}\\b");
  private static final Pattern ALIAS = Pattern.compile("\\b(?:s|g|ch|i|c|p)[0-9]{1,3}\\b");

  private final Map<String, String> byReal = new HashMap<>();
  private final Map<String, String> byAlias = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /** Returns the text with short ids. */
  String shortened(String text) {
    return REAL.matcher(text).replaceAll(id -> byReal.computeIfAbsent(id.group(), r -> next(id)));
  }

  private String next(MatchResult id) {
    String alias = id.group(1) + counts.merge(id.group(1), 1, Integer::sum);
    byAlias.put(alias, id.group());
    return alias;
  }

  /** Returns the text with the switch's own ids; a short id that stands for none is left alone. */
  String restored(String text) {
    return ALIAS.matcher(text).replaceAll(id -> byAlias.getOrDefault(id.group(), id.group()));
  }
}
