package io.github.switchhook.conformance.report;

import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.text.Excerpt;
import io.github.switchhook.conformance.verdict.ProfileResult;
import io.github.switchhook.conformance.verdict.RunVerdict;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.fixtures.Spelling;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Renders a run as Markdown, short enough for the summary of a CI step. */
final class Markdown {
  /** A CI service takes 1 MiB; a character may take three bytes. */
  private static final int ROOM = 300_000;

  private static final int LONGEST = 20_000;

  private Markdown() {}

  static String render(Report report) {
    StringBuilder out = new StringBuilder();
    out.append("# ")
        .append(Escape.markdown(report.target()))
        .append(": ")
        .append(report.outcome().word())
        .append("\n\n");
    out.append(
        String.format(
            Locale.ROOT,
            "%s, exit code %d, %.2f s, seed %d%n%n",
            report.counts(),
            report.exitCode(),
            report.duration().toMillis() / 1000.0,
            report.seed()));
    report
        .problem()
        .ifPresent(
            problem ->
                out.append("Nothing could be played:\n\n").append(Escape.codeBlock(cut(problem))));
    if (report.endedEarly()) {
      out.append("**" + report.ending().title() + "**: ")
          .append(Spelling.counted(report.notRun().size(), "scenario"))
          .append(" not run.\n\n");
    }
    if (!report.only().isEmpty()) {
      out.append("Only ")
          .append(Escape.codeSpan(String.join(" ", report.only())))
          .append(" was played.\n\n");
    }
    overrides(out, report.overrides());
    waivers(out, report.runVerdict());
    if (!report.scenarios().isEmpty()) {
      out.append("| profile | result | requirements | pass | other |\n|---|---|---|---|---|\n");
      for (ProfileResult profile : report.runVerdict().profiles()) {
        String claim = profile.claimed() ? "" : " (not claimed)";
        row(out, profile.profile(), profile.outcome().word() + claim, profile.totals());
      }
      explanations(out, report);
      out.append(
          "\n## Commands\n\n| command | result | scenarios | pass | other |\n|---|---|---|---|---|\n");
      for (CommandRow row : CommandRow.of(report.scenarios())) {
        row(out, row.command(), CommandRow.words(row.verdict()), row.totals());
      }
    }
    return out.toString();
  }

  private static void overrides(StringBuilder out, List<ProfileOverride> overrides) {
    if (overrides.isEmpty()) {
      return;
    }
    out.append("**Overrides** of the target's profile:\n\n")
        .append("| requirement | otherwise | reason | reference |\n|---|---|---|---|\n");
    for (ProfileOverride each : overrides) {
      Stream.of(each.id(), each.words(), each.reason(), each.reference())
          .map(text -> Escape.markdown(cut(text)))
          .forEach(text -> out.append("| ").append(text).append(' '));
      out.append("|\n");
    }
    out.append('\n');
  }

  private static void waivers(StringBuilder out, RunVerdict runVerdict) {
    if (!runVerdict.stale().isEmpty()) {
      out.append("**Stale waivers**, which must go:\n\n");
      runVerdict
          .stale()
          .forEach(stale -> out.append("- ").append(Escape.markdown(cut(stale))).append('\n'));
      out.append('\n');
    }
  }

  private static String cut(String text) {
    return Excerpt.of(text, LONGEST);
  }

  /** Says what went wrong, the heaviest first, as far as a step summary has room for it. */
  private static void explanations(StringBuilder out, Report report) {
    List<ScenarioResult> wrong =
        report.scenarios().stream()
            .filter(result -> result.verdict().compareTo(Verdict.WARN) >= 0)
            .sorted(Comparator.comparing(ScenarioResult::verdict).reversed())
            .toList();
    int shown = 0;
    for (ScenarioResult result : wrong) {
      String explained = explanation(result);
      if (out.length() + explained.length() > ROOM) {
        break;
      }
      out.append(explained);
      shown++;
    }
    if (shown < wrong.size()) {
      out.append("\n## And ")
          .append(wrong.size() - shown)
          .append(" more\n\nThey are in report.html.\n");
    }
  }

  private static String explanation(ScenarioResult result) {
    String diagnostic = Diagnostic.of(result);
    return "\n## "
        + result.verdict()
        + ": "
        + Escape.markdown(result.scenario().name())
        + "\n\n"
        + Escape.codeSpan(result.scenario().place())
        + "\n\n"
        + Escape.codeBlock(cut(diagnostic));
  }

  private static void row(
      StringBuilder out, String name, String result, Map<Verdict, Integer> totals) {
    int all = totals.values().stream().mapToInt(Integer::intValue).sum();
    out.append("| ")
        .append(Escape.markdown(name))
        .append(" | ")
        .append(result)
        .append(" | ")
        .append(all)
        .append(" | ");
    out.append(CommandRow.passing(totals))
        .append(" | ")
        .append(CommandRow.others(totals))
        .append(" |\n");
  }
}
