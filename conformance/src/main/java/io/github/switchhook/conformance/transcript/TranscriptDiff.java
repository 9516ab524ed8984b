package io.github.switchhook.conformance.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.ladder.LadderBuilder;
import io.github.switchhook.conformance.ladder.LadderRow;
import io.github.switchhook.conformance.match.Alignment;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.JsonTrees;
import io.github.switchhook.conformance.protocol.Result;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import io.github.switchhook.fixtures.Spelling;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two transcripts laid side by side, agent by agent, modulo ids and times.
 *
 * @param differences the earliest first
 * @param same how many lines are the same in both
 */
public record TranscriptDiff(List<Difference> differences, int same) {
  /** More lines than these of one agent are not laid side by side beyond the first divergence. */
  private static final int MAX_LINES = 4_000;

  private static final int OTHER_DATA = 2;
  private static final int SHOWN = 20;

  /**
   * One difference; a side is null where only the other has a line.
   *
   * @param agent whose line
   * @param left in the first transcript
   * @param right in the second
   * @param what how they differ, one place per text; empty where one is missing
   */
  public record Difference(
      String agent, @Nullable Side left, @Nullable Side right, List<String> what) {
    private long micros() {
      long earliest = left == null ? Long.MAX_VALUE : left.micros();
      return right == null ? earliest : Math.min(earliest, right.micros());
    }
  }

  /**
   * A line on one side.
   *
   * @param micros when
   * @param label what, in few words
   * @param text the raw line
   */
  public record Side(long micros, String label, String text) {}

  private record Entry(Side side, Direction direction, String kind, JsonNode named) {}

  public TranscriptDiff {
    differences = List.copyOf(differences);
  }

  /** Compares two transcripts agent by agent; differences are sorted by time. */
  public static TranscriptDiff of(Transcript left, Transcript right) {
    Map<String, List<Entry>> lefts = entries(left);
    Map<String, List<Entry>> rights = paired(lefts.keySet(), entries(right));
    Set<String> agents = new LinkedHashSet<>(lefts.keySet());
    agents.addAll(rights.keySet());
    if (!lefts.containsKey(LadderBuilder.OUTSIDE) || !rights.containsKey(LadderBuilder.OUTSIDE)) {
      // A proxy sees agents alone; that it saw no other party act is not a difference.
      agents.remove(LadderBuilder.OUTSIDE);
    }
    List<Difference> differences = new ArrayList<>();
    int same = 0;
    for (String agent : agents) {
      List<Entry> ones = lefts.getOrDefault(agent, List.of());
      List<Entry> others = rights.getOrDefault(agent, List.of());
      int before = differences.size();
      int common = commonPrefix(ones, others);
      List<Alignment.Pair> pairs =
          Alignment.of(rest(ones, common), rest(others, common), TranscriptDiff::cost);
      for (Alignment.Pair pair : pairs) {
        difference(
                agent,
                pair.expected() < 0 ? null : ones.get(common + pair.expected()),
                pair.actual() < 0 ? null : others.get(common + pair.actual()))
            .ifPresent(differences::add);
      }
      same += common + pairs.size() - (differences.size() - before);
    }
    differences.sort(Comparator.comparingLong(Difference::micros));
    return new TranscriptDiff(differences, same);
  }

  /** Pairs agents by id, then the rest by order of appearance. */
  private static Map<String, List<Entry>> paired(
      Set<String> others, Map<String, List<Entry>> entries) {
    Deque<String> free = new ArrayDeque<>(others);
    free.removeAll(entries.keySet());
    free.remove(LadderBuilder.OUTSIDE);
    Map<String, List<Entry>> paired = new LinkedHashMap<>();
    entries.forEach(
        (agent, lines) -> {
          boolean known =
              others.contains(agent) || agent.equals(LadderBuilder.OUTSIDE) || free.isEmpty();
          paired.put(known ? agent : free.remove(), lines);
        });
    return paired;
  }

  private static List<Entry> rest(List<Entry> entries, int from) {
    return entries.subList(from, Math.min(entries.size(), from + MAX_LINES));
  }

  private static int commonPrefix(List<Entry> ones, List<Entry> others) {
    int common = 0;
    while (common < Math.min(ones.size(), others.size())
        && cost(ones.get(common), others.get(common)) == 0) {
      common++;
    }
    return common;
  }

  private static int cost(Entry one, Entry other) {
    return one.direction() != other.direction() || !one.kind().equals(other.kind())
        ? Alignment.NEVER
        : one.named().equals(other.named()) ? 0 : OTHER_DATA;
  }

  private static Optional<Difference> difference(
      String agent, @Nullable Entry one, @Nullable Entry other) {
    if (one != null && other != null) {
      List<String> what = JsonTrees.differences(one.named(), other.named());
      return what.isEmpty()
          ? Optional.empty()
          : Optional.of(new Difference(agent, one.side(), other.side(), what));
    }
    return Optional.of(
        new Difference(
            agent,
            one == null ? null : one.side(),
            other == null ? null : other.side(),
            List.of()));
  }

  private static Map<String, List<Entry>> entries(Transcript transcript) {
    // Each agent's ids are named separately, because the order of two agents' lines is random.
    Map<String, IdNormalizer> names = new HashMap<>();
    Map<String, String> ids = new HashMap<>();
    LadderBuilder rungs = new LadderBuilder();
    Map<String, List<Entry>> entries = new LinkedHashMap<>();
    for (WireLine line : transcript.lines()) {
      Optional<LadderRow> rung = rungs.add(line);
      boolean tells = line.direction() != Direction.OPEN && line.direction() != Direction.CLOSE;
      if (tells && rung.isPresent()) {
        String agent =
            line.direction() == Direction.ACT
                ? LadderBuilder.OUTSIDE
                : ids.computeIfAbsent(
                    LadderBuilder.column(line), column -> whoLogsIn(line, column));
        JsonNode named =
            Json.parse(line.text())
                .map(names.computeIfAbsent(agent, a -> new IdNormalizer())::named)
                .orElseGet(() -> Json.object().textNode(line.text()));
        String kind =
            named.path("name").asText()
                + named.path("command").asText()
                + Result.of(named)
                + named.path("act").asText();
        Side side = new Side(line.micros(), rung.get().label(), line.text());
        entries
            .computeIfAbsent(agent, a -> new ArrayList<>())
            .add(new Entry(side, line.direction(), kind, named));
      }
    }
    return entries;
  }

  /**
   * Returns the id of the agent that a message logs in, else the column: a proxy names columns by
   * id, the kit by role.
   */
  private static String whoLogsIn(WireLine line, String column) {
    return Json.parse(line.text())
        .map(message -> message.path("data").path("agent").path("id").asText())
        .filter(id -> !id.isEmpty())
        .orElse(column);
  }

  /** Renders the differences for people: the first one in full, then others in short. */
  public String text() {
    if (differences.isEmpty()) {
      return "no difference in " + Spelling.counted(same, "line") + ", modulo ids and times\n";
    }
    StringBuilder out = new StringBuilder("first divergence\n");
    show(out, differences.get(0), true);
    if (differences.size() > 1) {
      out.append("then\n");
      differences.stream().skip(1).limit(SHOWN).forEach(difference -> show(out, difference, false));
      if (differences.size() > SHOWN + 1) {
        out.append("  and ").append(differences.size() - SHOWN - 1).append(" more\n");
      }
    }
    return out.append(differences.size())
        .append(differences.size() == 1 ? " difference, " : " differences, ")
        .append(same)
        .append(" lines are the same\n")
        .toString();
  }

  private static void show(StringBuilder out, Difference difference, boolean whole) {
    side(out, "-", difference.agent(), difference.left(), whole);
    side(out, "+", difference.agent(), difference.right(), whole);
    difference.what().forEach(what -> out.append("      ").append(Escape.line(what)).append('\n'));
  }

  private static void side(
      StringBuilder out, String mark, String agent, @Nullable Side side, boolean whole) {
    if (side != null) {
      out.append(
          String.format(
              Locale.ROOT,
              "  %s %10.1f ms  %s: %s\n",
              mark,
              side.micros() / 1000.0,
              Escape.line(agent),
              Escape.line(side.label())));
      if (whole) {
        out.append("      ").append(Escape.line(side.text())).append('\n');
      }
    }
  }

  /** Renders the differences for scripts. */
  public String json() {
    ObjectNode root = Json.object().put("same", same);
    ArrayNode all = root.putArray("differences");
    for (Difference difference : differences) {
      ObjectNode one = all.addObject().put("agent", difference.agent());
      side(one, "left", difference.left());
      side(one, "right", difference.right());
      ArrayNode what = one.putArray("what");
      difference.what().forEach(text -> what.add(text));
    }
    return Json.pretty(root);
  }

  private static void side(ObjectNode one, String name, @Nullable Side side) {
    if (side != null) {
      one.putObject(name)
          .put("micros", side.micros())
          .put("label", side.label())
          .put("text", side.text());
    }
  }
}
