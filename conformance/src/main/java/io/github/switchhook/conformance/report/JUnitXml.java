package io.github.switchhook.conformance.report;

import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Renders a run as JUnit XML: a suite for each feature, warnings as output of a passed case. */
final class JUnitXml {
  private JUnitXml() {}

  static String render(Report report) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuites name=\"").append(Escape.markup(report.target())).append('"');
    xml.append(counts(report.scenarios(), report.notRun()))
        .append(time(report.duration()))
        .append(">\n");
    report.problem().ifPresent(problem -> xml.append(unreachable(problem)));
    Map<String, List<ScenarioResult>> played =
        byFeature(report.scenarios(), result -> result.scenario().feature());
    Map<String, List<Scenario>> notRun = byFeature(report.notRun(), Scenario::feature);
    Set<String> features = new TreeSet<>(played.keySet());
    features.addAll(notRun.keySet());
    for (String feature : features) {
      suite(
          xml,
          feature,
          report,
          played.getOrDefault(feature, List.of()),
          notRun.getOrDefault(feature, List.of()));
    }
    return xml.append("</testsuites>\n").toString();
  }

  private static <T> Map<String, List<T>> byFeature(List<T> all, Function<T, String> feature) {
    return all.stream().collect(Collectors.groupingBy(feature));
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
    return "      <property name=\"" + name + "\" value=\"" + Escape.markup(value) + "\"/>\n";
  }

  private static void suite(
      StringBuilder xml,
      String feature,
      Report report,
      List<ScenarioResult> played,
      List<Scenario> notRun) {
    Duration sum =
        played.stream().map(ScenarioResult::duration).reduce(Duration.ZERO, Duration::plus);
    xml.append("  <testsuite name=\"").append(Escape.markup(feature)).append('"');
    xml.append(counts(played, notRun)).append(time(sum));
    report
        .begun()
        .ifPresent(
            begun ->
                xml.append(" timestamp=\"")
                    .append(begun.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""))
                    .append('"'));
    xml.append(">\n").append(properties(report));
    for (ScenarioResult result : played) {
      testCase(xml, result.scenario(), result.duration(), body(result));
    }
    for (Scenario scenario : notRun) {
      testCase(
          xml,
          scenario,
          Duration.ZERO,
          "      <skipped message=\"not run: " + report.ending().sentence() + "\"/>\n");
    }
    xml.append("  </testsuite>\n");
  }

  private static void testCase(
      StringBuilder xml, Scenario scenario, Duration duration, String body) {
    xml.append("    <testcase classname=\"").append(Escape.markup(scenario.command()));
    xml.append("\" name=\"")
        .append(Escape.markup(scenario.name() + " (line " + scenario.line() + ")"))
        .append('"')
        .append(time(duration));
    xml.append(body.isEmpty() ? "/>\n" : ">\n" + body + "    </testcase>\n");
  }

  private static String body(ScenarioResult result) {
    String diagnostic = Diagnostic.of(result);
    String title = Escape.markup(diagnostic.lines().findFirst().orElse(""));
    return switch (result.verdict()) {
      case PASS -> "";
      case WARN, XPASS -> "      <system-out>" + Escape.markup(diagnostic) + "</system-out>\n";
      case NOT_SUPPORTED, NOT_APPLICABLE, WAIVED -> "      <skipped message=\"" + title + "\"/>\n";
      case FAIL, INCONCLUSIVE ->
          "      <failure type=\""
              + result.verdict()
              + "\" message=\""
              + title
              + "\">"
              + Escape.markup(diagnostic)
              + "</failure>\n";
      case ERROR ->
          "      <error type=\"ERROR\" message=\""
              + title
              + "\">"
              + Escape.markup(diagnostic)
              + "</error>\n";
    };
  }

  private static String unreachable(String problem) {
    return "  <testsuite name=\"login\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\""
        + time(Duration.ZERO)
        + ">\n    <testcase classname=\"login\" name=\"logging in\""
        + time(Duration.ZERO)
        + ">\n"
        + "      <error type=\"unreachable\" message=\""
        + Escape.markup(problem)
        + "\"/>\n    </testcase>\n  </testsuite>\n";
  }

  private static String counts(List<ScenarioResult> results, List<Scenario> notRun) {
    return String.format(
        Locale.ROOT,
        " tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\"",
        results.size() + notRun.size(),
        count(results, Verdict.FAIL) + count(results, Verdict.INCONCLUSIVE),
        count(results, Verdict.ERROR),
        count(results, Verdict.NOT_SUPPORTED)
            + count(results, Verdict.NOT_APPLICABLE)
            + count(results, Verdict.WAIVED)
            + notRun.size());
  }

  private static long count(List<ScenarioResult> results, Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }

  private static String time(Duration duration) {
    return String.format(Locale.ROOT, " time=\"%.3f\"", duration.toNanos() / 1e9);
  }
}
