package io.github.switchhook.conformance.report.runs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.fixtures.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes of each requirement and scenario from one run to another. Immutable.
 *
 * @param before the earlier run, or the one to compare with
 * @param after the later run
 * @param requirements those that changed
 * @param scenarios those that changed
 */
public record RunDiff(
    RunResults before, RunResults after, List<Change> requirements, List<Change> scenarios) {
  /** The directions of a change. */
  public enum Trend {
    /** The later verdict weighs more. */
    WORSE,
    /** The later verdict weighs less. */
    BETTER,
    /** Only the later run has it. */
    NEW,
    /** Only the earlier run has it. */
    GONE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The change of one verdict.
   *
   * @param what a requirement's id, or a scenario's file and name
   * @param before the earlier verdict, null if it is new
   * @param after the later verdict, null if it is gone
   */
  public record Change(Trend kind, String what, @Nullable String before, @Nullable String after) {
    private String verdicts() {
      if (before == null || after == null) {
        return RunResults.words(before == null ? String.valueOf(after) : before);
      }
      return RunResults.words(before) + " → " + RunResults.words(after);
    }
  }

  /** Compares the requirements and scenarios of two runs by their verdicts. */
  public static RunDiff of(RunResults before, RunResults after) {
    return new RunDiff(
        before,
        after,
        changes(before.requirements(), after.requirements()),
        changes(before.scenarios(), after.scenarios()));
  }

  /** Tells whether a requirement or a scenario got worse. */
  public boolean isWorse() {
    return !of(Trend.WORSE, requirements).isEmpty() || !of(Trend.WORSE, scenarios).isEmpty();
  }

  /** Renders it for a terminal. */
  public String pretty() {
    StringBuilder out = new StringBuilder(Escape.line(headline())).append('\n');
    for (Trend kind : Trend.values()) {
      List<Change> all = new ArrayList<>(of(kind, requirements));
      all.addAll(of(kind, scenarios));
      if (!all.isEmpty()) {
        out.append('\n').append(kind.word()).append(" (").append(counts(kind)).append(")\n");
        all.forEach(
            change ->
                out.append("  ")
                    .append(Escape.line(change.what()))
                    .append(": ")
                    .append(Escape.line(change.verdicts()))
                    .append('\n'));
      }
    }
    return out.append('\n').append(summary()).append('\n').toString();
  }

  /** Returns the comparison as Markdown, with a table for each kind of change. */
  public String markdown() {
    StringBuilder out = new StringBuilder("# ").append(Escape.markdown(headline())).append("\n\n");
    out.append(summary()).append('\n');
    for (Trend kind : Trend.values()) {
      List<Change> all = new ArrayList<>(of(kind, requirements));
      all.addAll(of(kind, scenarios));
      if (!all.isEmpty()) {
        out.append("\n## ").append(kind.word()).append("\n\n| what | verdict |\n|---|---|\n");
        all.forEach(
            change ->
                out.append("| ")
                    .append(Escape.markdown(change.what()))
                    .append(" | ")
                    .append(Escape.markdown(change.verdicts()))
                    .append(" |\n"));
      }
    }
    return out.toString();
  }

  /** Returns the comparison as a JSON document. */
  public String json() {
    ObjectNode root = Json.object().put("worse", isWorse());
    root.set("before", run(before));
    root.set("after", run(after));
    root.set("requirements", array(requirements));
    root.set("scenarios", array(scenarios));
    return Json.pretty(root) + "\n";
  }

  private String headline() {
    return after.target().equals(before.target())
        ? after.target() + ": " + before.verdict() + " → " + after.verdict()
        : before.target()
            + ": "
            + before.verdict()
            + " → "
            + after.target()
            + ": "
            + after.verdict();
  }

  private String summary() {
    if (requirements.isEmpty() && scenarios.isEmpty()) {
      return "No difference in " + Spelling.counted(after.scenarios().size(), "scenario") + ".";
    }
    List<String> parts = new ArrayList<>();
    for (Trend kind : Trend.values()) {
      if (!of(kind, requirements).isEmpty() || !of(kind, scenarios).isEmpty()) {
        parts.add(kind.word() + ": " + counts(kind));
      }
    }
    return String.join("; ", parts);
  }

  private String counts(Trend kind) {
    return counted(of(kind, requirements).size(), "requirement")
        + ", "
        + counted(of(kind, scenarios).size(), "scenario");
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static List<Change> of(Trend kind, List<Change> changes) {
    return changes.stream().filter(change -> change.kind() == kind).toList();
  }

  private static List<Change> changes(Map<String, String> before, Map<String, String> after) {
    Set<String> all = new LinkedHashSet<>(before.keySet());
    all.addAll(after.keySet());
    List<Change> changes = new ArrayList<>();
    for (String what : all) {
      String was = before.get(what);
      String is = after.get(what);
      if (was == null || is == null) {
        changes.add(new Change(was == null ? Trend.NEW : Trend.GONE, what, was, is));
      } else if (!was.equals(is)) {
        Trend kind = RunResults.compare(was, is) < 0 ? Trend.WORSE : Trend.BETTER;
        changes.add(new Change(kind, what, was, is));
      }
    }
    return List.copyOf(changes);
  }

  private static ObjectNode run(RunResults run) {
    return Json.object()
        .put("run", run.name())
        .put("target", run.target())
        .put("verdict", run.verdict());
  }

  private static ArrayNode array(List<Change> changes) {
    ArrayNode array = Json.object().arrayNode();
    for (Change change : changes) {
      array.add(
          Json.object()
              .put("change", change.kind().word())
              .put("what", change.what())
              .put("before", change.before())
              .put("after", change.after()));
    }
    return array;
  }
}
