package io.github.switchhook.conformance.report;

import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.text.Excerpt;
import io.github.switchhook.conformance.verdict.Finding;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.fixtures.Requirement;
import java.util.List;
import java.util.Locale;

/**
 * Explains one scenario that did not pass: what was expected and came, which requirement says so,
 * the last lines of the wire.
 */
final class Diagnostic {
  private static final int LAST_LINES = 12;
  private static final int LINE_CHARS = 200;

  private Diagnostic() {}

  /** Renders everything but the place of the scenario. */
  static String of(ScenarioResult result) {
    return (findings(result) + "\n" + lastLines(result)).strip();
  }

  /** Returns the findings of a scenario as text, one below the other. */
  static String findings(ScenarioResult result) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : result.findings()) {
      text.append(finding.verdict()).append(' ').append(finding.text()).append('\n');
      if (isAssertion(finding)) {
        finding
            .charged()
            .forEach(requirement -> text.append("  ").append(sentence(requirement)).append('\n'));
      }
    }
    return text.toString().stripTrailing();
  }

  /** Renders the end of the wire; empty where all is well. */
  static String lastLines(ScenarioResult result) {
    return result.verdict().compareTo(Verdict.WARN) < 0
        ? ""
        : wire(result.wire().stream().filter(WireLine::isOnWire).toList()).stripTrailing();
  }

  /** Renders a requirement on one line: id, level, where it stands, what it says. */
  static String sentence(Requirement requirement) {
    return requirement.id()
        + " "
        + requirement.level()
        + " ("
        + source(requirement)
        + "): "
        + requirement.sentence();
  }

  static String source(Requirement requirement) {
    return requirement.source().mark() + ": " + requirement.source().place();
  }

  private static boolean isAssertion(Finding finding) {
    return !finding.kinds().isEmpty();
  }

  private static String wire(List<WireLine> lines) {
    StringBuilder text = new StringBuilder();
    if (!lines.isEmpty()) {
      text.append("last lines of the wire:\n");
    }
    for (WireLine line : lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %9.3f ms  %s#%d %s %s\n",
              line.micros() / 1000.0,
              Escape.line(line.agent()),
              line.connection(),
              line.direction().mark(),
              Escape.line(Excerpt.of(line.text(), LINE_CHARS))));
    }
    return text.toString();
  }
}
