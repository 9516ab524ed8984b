package io.github.switchhook.conformance.report;

import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The run as JUnit XML: a suite for each feature, warnings as output of a passed case. */
final class JUnitXml {
  private JUnitXml() {}

  static String render(Report report) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuites name=\"").append(escape(report.target())).append('"');
    xml.append(counts(report.scenarios())).append(time(report.duration())).append(">\n");
    report.problem().ifPresent(problem -> xml.append(unreachable(problem)));
    Map<String, List<ScenarioResult>> features =
        report.scenarios().stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.scenario().feature(), TreeMap::new, Collectors.toList()));
    String properties = properties(report);
    features.forEach((feature, results) -> suite(xml, feature, properties, results));
    return xml.append("</testsuites>\n").toString();
  }

  private static String properties(Report report) {
    return "    <properties>\n"
        + property("target", report.target())
        + property("url", report.url())
        + property("seed", String.valueOf(report.seed()))
        + property("verdict", report.outcome().word())
        + "    </properties>\n";
  }

  private static String property(String name, String value) {
    return "      <property name=\"" + name + "\" value=\"" + escape(value) + "\"/>\n";
  }

  private static void suite(
      StringBuilder xml, String feature, String properties, List<ScenarioResult> results) {
    Duration sum =
        results.stream().map(ScenarioResult::duration).reduce(Duration.ZERO, Duration::plus);
    xml.append("  <testsuite name=\"")
        .append(escape(feature))
        .append('"')
        .append(counts(results))
        .append(time(sum))
        .append(">\n")
        .append(properties);
    for (ScenarioResult result : results) {
      xml.append("    <testcase classname=\"")
          .append(escape(result.scenario().command()))
          .append("\" name=\"");
      xml.append(escape(result.scenario().name() + " (line " + result.scenario().line() + ")"))
          .append('"')
          .append(time(result.duration()));
      String body = body(result);
      xml.append(body.isEmpty() ? "/>\n" : ">\n" + body + "    </testcase>\n");
    }
    xml.append("  </testsuite>\n");
  }

  private static String body(ScenarioResult result) {
    String diagnostic = Diagnostic.of(result);
    String title = escape(diagnostic.lines().findFirst().orElse(""));
    return switch (result.verdict()) {
      case PASS -> "";
      case WARN, XPASS -> "      <system-out>" + escape(diagnostic) + "</system-out>\n";
      case NOT_SUPPORTED, NOT_APPLICABLE, WAIVED -> "      <skipped message=\"" + title + "\"/>\n";
      case FAIL, INCONCLUSIVE ->
          "      <failure type=\""
              + result.verdict()
              + "\" message=\""
              + title
              + "\">"
              + escape(diagnostic)
              + "</failure>\n";
      case ERROR ->
          "      <error type=\"ERROR\" message=\""
              + title
              + "\">"
              + escape(diagnostic)
              + "</error>\n";
    };
  }

  private static String unreachable(String problem) {
    return "  <testsuite name=\"login\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n    <testcase classname=\"login\" name=\"logging in\">\n"
        + "      <error type=\"unreachable\" message=\""
        + escape(problem)
        + "\"/>\n    </testcase>\n  </testsuite>\n";
  }

  private static String counts(List<ScenarioResult> results) {
    return String.format(
        Locale.ROOT,
        " tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\"",
        results.size(),
        count(results, Verdict.FAIL) + count(results, Verdict.INCONCLUSIVE),
        count(results, Verdict.ERROR),
        count(results, Verdict.NOT_SUPPORTED)
            + count(results, Verdict.NOT_APPLICABLE)
            + count(results, Verdict.WAIVED));
  }

  private static long count(List<ScenarioResult> results, Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }

  private static String time(Duration duration) {
    return String.format(Locale.ROOT, " time=\"%.3f\"", duration.toNanos() / 1e9);
  }

  /** Also replaces what XML 1.0 cannot hold at all. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("&#10;");
                default ->
                    escaped.appendCodePoint(
                        c == '\t'
                                || (c >= 0x20 && c < 0xD800)
                                || (c > 0xDFFF && c < 0xFFFE)
                                || c > 0xFFFF
                            ? c
                            : 0xFFFD);
              }
            });
    return escaped.toString();
  }
}
