package io.github.switchhook.conformance.report.runs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.text.Escape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Several runs side by side: profiles, and the requirements on which they differ. Immutable.
 *
 * @param runs the columns
 */
public record RunMatrix(List<RunResults> runs) {
  private static final String ABSENT = "-";

  public RunMatrix {
    runs = List.copyOf(runs);
  }

  /** Renders it for a terminal. */
  public String pretty() {
    List<List<String>> table = table(Escape::line);
    int columns = runs.size() + 1;
    int[] widths =
        IntStream.range(0, columns)
            .map(i -> table.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    StringBuilder out = new StringBuilder();
    for (List<String> row : table) {
      String line =
          IntStream.range(0, columns)
              .mapToObj(i -> row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
              .collect(Collectors.joining("  "));
      out.append(line.stripTrailing()).append('\n');
    }
    return out.append('\n').append(agreement()).append('\n').toString();
  }

  /** Returns the runs side by side as Markdown tables. */
  public String markdown() {
    StringBuilder out = new StringBuilder();
    int number = 0;
    for (List<String> row : table(Escape::markdown)) {
      out.append("| ").append(String.join(" | ", row)).append(" |\n");
      if (number++ == 0) {
        out.append("|").append("---|".repeat(row.size())).append('\n');
      }
    }
    return out.append('\n').append(agreement()).append('\n').toString();
  }

  /** Renders the runs as one self-contained page. */
  public String html() {
    return MatrixPage.render(this, agreement());
  }

  /** Renders it as JSON, with every requirement. */
  public String json() {
    ObjectNode root = Json.object();
    ArrayNode columns = root.putArray("runs");
    for (RunResults run : runs) {
      columns.add(
          Json.object()
              .put("run", run.name())
              .put("target", run.target())
              .put("verdict", run.verdict()));
    }
    rows(root.putArray("profiles"), "profile", RunResults::profiles);
    rows(root.putArray("requirements"), "id", RunResults::requirements);
    return Json.pretty(root) + "\n";
  }

  private void rows(
      ArrayNode array, String key, Function<RunResults, Map<String, String>> verdicts) {
    for (String name : names(verdicts)) {
      ObjectNode row = Json.object().put(key, name);
      ArrayNode cells = row.putArray("verdicts");
      runs.forEach(run -> cells.add(verdicts.apply(run).get(name)));
      array.add(row);
    }
  }

  private List<List<String>> table(UnaryOperator<String> escape) {
    List<List<String>> table = new ArrayList<>();
    table.add(row("", RunResults::target));
    table.add(row("run", RunResults::name));
    table.add(row("verdict", RunResults::verdict));
    table.add(
        row("requirements that pass", run -> run.passing() + "/" + run.requirements().size()));
    for (String profile : names(RunResults::profiles)) {
      table.add(row("profile " + profile, run -> run.profiles().getOrDefault(profile, ABSENT)));
    }
    for (String id : differing()) {
      table.add(row(id, run -> RunResults.words(run.requirements().getOrDefault(id, ABSENT))));
    }
    return table.stream().map(row -> row.stream().map(escape).toList()).toList();
  }

  private List<String> row(String name, Function<RunResults, String> cell) {
    List<String> row = new ArrayList<>(List.of(name));
    runs.forEach(run -> row.add(cell.apply(run)));
    return row;
  }

  private String agreement() {
    List<String> judged =
        names(RunResults::requirements).stream()
            .filter(id -> runs.stream().allMatch(run -> run.requirements().containsKey(id)))
            .toList();
    long agreed = judged.stream().filter(id -> !differ(RunResults::requirements, id)).count();
    int others = names(RunResults::requirements).size() - judged.size();
    return "They agree on "
        + agreed
        + " of "
        + judged.size()
        + (others == 0
            ? " requirements."
            : " requirements that all of them judged; not all judged " + others + " more.");
  }

  private List<String> differing() {
    return names(RunResults::requirements).stream()
        .filter(id -> differ(RunResults::requirements, id))
        .toList();
  }

  /** Tells whether runs differ on something; a run that is silent on it differs from none. */
  private boolean differ(Function<RunResults, Map<String, String>> verdicts, String name) {
    return runs.stream()
            .flatMap(run -> Stream.ofNullable(verdicts.apply(run).get(name)))
            .distinct()
            .count()
        > 1;
  }

  /** Returns the names that any run has, in order. */
  Collection<String> names(Function<RunResults, Map<String, String>> verdicts) {
    Set<String> names = new LinkedHashSet<>();
    runs.forEach(run -> names.addAll(verdicts.apply(run).keySet()));
    return names;
  }
}
