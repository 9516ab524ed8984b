package io.github.switchhook.conformance.report;

import io.github.switchhook.conformance.verdict.ProfileResult;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import java.util.Locale;
import java.util.Map;

/** The run as Markdown. */
final class Markdown {
  private Markdown() {}

  static String render(Report report) {
    StringBuilder out = new StringBuilder();
    out.append("# ")
        .append(report.target())
        .append(": ")
        .append(report.outcome().word())
        .append("\n\n");
    out.append(
        String.format(
            Locale.ROOT,
            "%d scenarios, %d requirements, exit code %d, %.2f s, seed %d%n%n",
            report.scenarios().size(),
            report.judgement().requirements().size(),
            report.exitCode(),
            report.duration().toMillis() / 1000.0,
            report.seed()));
    report
        .problem()
        .ifPresent(
            problem ->
                out.append("Nothing could be played:\n\n```\n").append(problem).append("\n```\n"));
    if (!report.scenarios().isEmpty()) {
      out.append("| profile | result | requirements | pass | other |\n|---|---|---|---|---|\n");
      for (ProfileResult profile : report.judgement().profiles()) {
        String claim = profile.claimed() ? "" : " (not claimed)";
        row(out, profile.profile(), profile.outcome().word() + claim, profile.totals());
      }
      out.append("\n| command | result | scenarios | pass | other |\n|---|---|---|---|---|\n");
      for (CommandRow row : CommandRow.of(report.scenarios())) {
        row(out, row.command(), CommandRow.words(row.verdict()), row.totals());
      }
    }
    for (ScenarioResult result : report.scenarios()) {
      if (result.verdict().compareTo(Verdict.WARN) >= 0) {
        out.append("\n## ")
            .append(result.verdict())
            .append(": ")
            .append(result.scenario().name())
            .append("\n\n`");
        out.append(result.scenario().place()).append("`\n\n");
        // Four ticks, because what came over the wire may hold three.
        out.append("````\n").append(Diagnostic.of(result)).append("\n````\n");
      }
    }
    return out.toString();
  }

  private static void row(
      StringBuilder out, String name, String result, Map<Verdict, Integer> totals) {
    int all = totals.values().stream().mapToInt(Integer::intValue).sum();
    out.append("| ")
        .append(name)
        .append(" | ")
        .append(result)
        .append(" | ")
        .append(all)
        .append(" | ");
    out.append(totals.getOrDefault(Verdict.PASS, 0))
        .append(" | ")
        .append(CommandRow.others(totals))
        .append(" |\n");
  }
}
