package io.github.switchhook.conformance.report;

import io.github.switchhook.conformance.verdict.RequirementResult;
import io.github.switchhook.conformance.verdict.RunVerdict;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.fixtures.Level;
import io.github.switchhook.fixtures.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The number of requirements that hold, by level and source.
 *
 * @param sources the columns
 * @param rows one for each level that occurs, and one for all
 */
public record Coverage(List<String> sources, List<LevelRow> rows) {
  /** The coverage of one level, with a cell for each source. */
  public record LevelRow(String level, List<LevelCell> cells) {}

  /** The requirements of one level from one source, or all of them. */
  public record LevelCell(int pass, int all, Map<Verdict, Integer> totals) {
    boolean played() {
      return all > 0;
    }

    public boolean whole() {
      return pass == all;
    }

    String others() {
      return CommandRow.others(totals);
    }
  }

  public static Coverage of(List<RequirementResult> results) {
    List<Mark> marks =
        Arrays.stream(Mark.values())
            .filter(mark -> results.stream().anyMatch(r -> r.requirement().source().mark() == mark))
            .toList();
    List<LevelRow> rows =
        new ArrayList<>(
            Arrays.stream(Level.values())
                .filter(level -> results.stream().anyMatch(r -> r.requirement().level() == level))
                .map(
                    level ->
                        row(level.name(), results, marks, r -> r.requirement().level() == level))
                .toList());
    rows.add(row("all", results, marks, r -> true));
    return new Coverage(marks.stream().map(Coverage::words).toList(), rows);
  }

  private static LevelRow row(
      String name,
      List<RequirementResult> results,
      List<Mark> marks,
      Predicate<RequirementResult> of) {
    List<LevelCell> cells = new ArrayList<>();
    for (Mark mark : marks) {
      cells.add(cell(results, of.and(r -> r.requirement().source().mark() == mark)));
    }
    cells.add(cell(results, of));
    return new LevelRow(name, cells);
  }

  private static LevelCell cell(
      List<RequirementResult> results, Predicate<RequirementResult> which) {
    List<Verdict> verdicts =
        results.stream().filter(which).map(RequirementResult::verdict).toList();
    Map<Verdict, Integer> totals = RunVerdict.totals(verdicts);
    return new LevelCell(CommandRow.passing(totals), verdicts.size(), totals);
  }

  private static String words(Mark mark) {
    return mark
        + switch (mark) {
          case D -> " · documented";
          case E -> " · documented elsewhere";
          case R -> " · derived";
          case C -> " · our choice";
        };
  }
}
