package io.github.switchhook.conformance.report;

import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.verdict.Outcome;
import io.github.switchhook.conformance.verdict.ProfileResult;
import io.github.switchhook.conformance.verdict.RunVerdict;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.fixtures.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Renders a run for a terminal. */
final class ConsoleFormatter {
  private static final String RESET = "\u001b[0m";

  private final boolean colour;
  private final StringBuilder out = new StringBuilder();

  private ConsoleFormatter(boolean colour) {
    this.colour = colour;
  }

  static String render(Report report, boolean colour) {
    ConsoleFormatter pretty = new ConsoleFormatter(colour);
    pretty.commands(report.scenarios());
    pretty.profiles(report.runVerdict().profiles());
    pretty.explanations(report.scenarios());
    pretty.end(report);
    return pretty.out.toString();
  }

  private void commands(List<ScenarioResult> scenarios) {
    for (CommandRow row : CommandRow.of(scenarios)) {
      line(row.verdict(), row.command(), row.totals());
    }
  }

  private void profiles(List<ProfileResult> profiles) {
    if (!profiles.isEmpty()) {
      out.append("\nprofiles (requirements)\n");
    }
    for (ProfileResult profile : profiles) {
      Verdict shown =
          profile.outcome() == Outcome.SUCCESS
              ? Verdict.PASS
              : profile.outcome() == Outcome.PARTIAL ? Verdict.WARN : Verdict.FAIL;
      String claim = profile.claimed() ? "" : ", not claimed";
      line(shown, profile.profile() + ": " + profile.outcome().word() + claim, profile.totals());
    }
  }

  private void line(Verdict verdict, String name, Map<Verdict, Integer> totals) {
    int all = totals.values().stream().mapToInt(Integer::intValue).sum();
    String others = CommandRow.others(totals);
    String counts = String.format(Locale.ROOT, "%3d of %3d pass", CommandRow.passing(totals), all);
    out.append(paint(verdict, mark(verdict)))
        .append(' ')
        .append(String.format(Locale.ROOT, "%-40s ", Escape.line(name)))
        .append(counts);
    out.append(others.isEmpty() ? "" : ", " + others).append('\n');
  }

  private void explanations(List<ScenarioResult> scenarios) {
    for (ScenarioResult result : scenarios) {
      if (result.verdict().compareTo(Verdict.WARN) >= 0) {
        out.append('\n')
            .append(paint(result.verdict(), result.verdict().name()))
            .append(' ')
            .append(Escape.line(result.scenario().name()));
        out.append("\n  ").append(Escape.line(result.scenario().place())).append('\n');
        Escape.lines(Diagnostic.of(result))
            .lines()
            .forEach(line -> out.append("  ").append(line).append('\n'));
      }
    }
  }

  private void end(Report report) {
    report
        .problem()
        .ifPresent(
            problem ->
                out.append("nothing could be played: ").append(indented(problem)).append('\n'));
    if (report.endedEarly()) {
      out.append(report.ending().word())
          .append(": ")
          .append(Spelling.counted(report.notRun().size(), "scenario"))
          .append(" not run\n");
    }
    report
        .runVerdict()
        .stale()
        .forEach(stale -> out.append("stale: ").append(Escape.line(stale)).append('\n'));
    for (ProfileOverride each : report.overrides()) {
      out.append("the profile overrides ")
          .append(Escape.line(each.id() + " (" + each.words() + "): " + each.because()))
          .append('\n');
    }
    if (!report.only().isEmpty()) {
      out.append("only ").append(Escape.line(String.join(" ", report.only()))).append('\n');
    }
    Map<Verdict, Integer> totals =
        RunVerdict.totals(report.scenarios().stream().map(ScenarioResult::verdict).toList());
    String others = CommandRow.others(totals);
    Verdict shown =
        report.outcome() == Outcome.FAILURE
            ? Verdict.FAIL
            : report.outcome() == Outcome.PARTIAL ? Verdict.WARN : Verdict.PASS;
    out.append('\n').append(paint(shown, report.outcome().word()));
    out.append(
        String.format(
            Locale.ROOT,
            ": %s, %s, %d pass%s, %.2f s%n",
            Escape.line(report.target()),
            report.counts(),
            CommandRow.passing(totals),
            others.isEmpty() ? "" : ", " + others,
            report.duration().toMillis() / 1000.0));
  }

  /** Indents the later lines of foreign text, so that none passes for a line of the kit. */
  private static String indented(String text) {
    return Escape.lines(text).replace("\n", "\n  ");
  }

  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "✓";
      case XPASS, WAIVED -> "w";
      case WARN -> "!";
      case FAIL -> "✗";
      case NOT_SUPPORTED, NOT_APPLICABLE -> "-";
      case INCONCLUSIVE -> "?";
      case ERROR -> "E";
    };
  }

  private String paint(Verdict verdict, String text) {
    if (!colour) {
      return text;
    }
    String code =
        switch (verdict) {
          case PASS -> "\u001b[32m";
          case WARN, INCONCLUSIVE, XPASS -> "\u001b[33m";
          case FAIL, ERROR -> "\u001b[31m";
          case NOT_SUPPORTED, NOT_APPLICABLE, WAIVED -> "\u001b[2m";
        };
    return code + text + RESET;
  }
}
