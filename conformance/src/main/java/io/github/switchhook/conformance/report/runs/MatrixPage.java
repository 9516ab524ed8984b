package io.github.switchhook.conformance.report.runs;

import io.github.switchhook.conformance.report.HtmlReport;
import io.github.switchhook.conformance.report.HtmlTemplates;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.fixtures.Register;
import io.github.switchhook.fixtures.Requirement;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Implementations side by side as one page; the template is {@code matrix.mustache}.
 *
 * @param runs the columns
 * @param profiles one row for each, those that differ first
 * @param requirements one row for each, those that differ first
 */
record MatrixPage(
    String title,
    String agreement,
    List<Run> runs,
    List<MatrixRow> profiles,
    List<MatrixRow> requirements,
    String style,
    String script) {

  static String render(RunMatrix matrix, String agreement) {
    Register register = Register.load();
    List<RunResults> runs = matrix.runs();
    return HtmlTemplates.fill(
        "matrix.mustache",
        new MatrixPage(
            runs.stream().map(RunResults::target).distinct().collect(Collectors.joining(" · ")),
            agreement,
            runs.stream().map(run -> Run.of(run, runs)).toList(),
            differingFirst(
                matrix.names(RunResults::profiles).stream()
                    .map(
                        name ->
                            MatrixRow.of(
                                name,
                                Optional.empty(),
                                runs.stream()
                                    .map(run -> MatrixCell.ofProfile(labelOf(run, runs), run, name))
                                    .toList()))
                    .toList()),
            differingFirst(
                matrix.names(RunResults::requirements).stream()
                    .map(
                        id ->
                            MatrixRow.of(
                                id,
                                register.find(id),
                                runs.stream()
                                    .map(
                                        run ->
                                            MatrixCell.ofRequirement(labelOf(run, runs), run, id))
                                    .toList()))
                    .toList()),
            HtmlTemplates.resource("report.css"),
            HtmlTemplates.resource("filter.js")));
  }

  private static String labelOf(RunResults run, List<RunResults> all) {
    boolean alone = all.stream().filter(r -> r.target().equals(run.target())).count() == 1;
    return alone ? run.target() : run.target() + " · " + run.name();
  }

  private static List<MatrixRow> differingFirst(List<MatrixRow> rows) {
    return rows.stream().sorted(Comparator.comparing(MatrixRow::differs).reversed()).toList();
  }

  /**
   * One run, which is a column of the page.
   *
   * @param label what tells it from the others: the target's name, and the run's where several are
   *     of one target
   */
  record Run(
      String target,
      String run,
      String label,
      String verdict,
      long pass,
      int all,
      List<HtmlReport.Share> shares) {
    static Run of(RunResults run, List<RunResults> all) {
      return new Run(
          run.target(),
          run.name(),
          labelOf(run, all),
          run.verdict(),
          run.passing(),
          run.requirements().size(),
          shares(run.requirements().values()));
    }

    private static List<HtmlReport.Share> shares(Collection<String> verdicts) {
      return Arrays.stream(Verdict.values())
          .map(Verdict::name)
          .filter(verdicts::contains)
          .map(
              verdict ->
                  new HtmlReport.Share(
                      verdict, RunResults.words(verdict), Collections.frequency(verdicts, verdict)))
          .toList();
    }
  }

  /** A profile or a requirement. */
  public record MatrixRow(
      String name,
      String level,
      String profile,
      String sentence,
      boolean differs,
      List<MatrixCell> cells) {
    static MatrixRow of(String name, Optional<Requirement> requirement, List<MatrixCell> cells) {
      return new MatrixRow(
          name,
          requirement.map(r -> r.level().name()).orElse(""),
          requirement.map(Requirement::profile).orElse(""),
          requirement.map(Requirement::sentence).orElse(""),
          cells.stream().filter(MatrixCell::known).map(MatrixCell::said).distinct().count() > 1,
          cells);
    }

    String agreement() {
      return differs ? "differ" : "agree";
    }
  }

  /** The value of one run; a narrow page shows the run's label beside it. */
  record MatrixCell(String run, boolean known, String style, String words, String detail) {
    MatrixCell(String run) {
      this(run, false, "", "", "");
    }

    /** Returns the text that is the same in runs that agree. */
    String said() {
      return words + " " + detail;
    }

    static MatrixCell ofRequirement(String label, RunResults run, String id) {
      String verdict = run.requirements().get(id);
      return verdict == null
          ? new MatrixCell(label)
          : new MatrixCell(label, true, "v-" + verdict, RunResults.words(verdict), "");
    }

    /** Returns the cell of a profile, such as {@code success 34/34}. */
    static MatrixCell ofProfile(String label, RunResults run, String name) {
      String result = run.profiles().get(name);
      if (result == null) {
        return new MatrixCell(label);
      }
      int blank = result.lastIndexOf(' ');
      String words = result.substring(0, blank);
      String style = words.equals("not claimed") ? "v-NOT_SUPPORTED" : "o-" + words;
      return new MatrixCell(label, true, style, words, result.substring(blank + 1));
    }
  }
}
