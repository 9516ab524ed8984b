package io.github.switchhook.conformance.report;

import com.github.mustachejava.DefaultMustacheFactory;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.verdict.Judgement;
import io.github.switchhook.conformance.verdict.ProfileResult;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.fixtures.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The run as one page that needs nothing else: no network, and no script either for what matters.
 * The template is {@code report.mustache}; the records here are what it shows.
 */
final class HtmlReport {
  private HtmlReport() {}

  static String render(Report report) {
    StringWriter html = new StringWriter(1 << 20);
    new DefaultMustacheFactory(HtmlReport.class.getPackageName().replace('.', '/'))
        .compile("report.mustache")
        .execute(html, Page.of(report));
    return html.toString();
  }

  /** All of it. */
  record Page(
      Report report,
      String outcome,
      String facts,
      List<String> problem,
      List<Share> totals,
      List<Profile> profiles,
      Coverage coverage,
      List<RequirementRow> requirements,
      StateMatrix matrix,
      List<StateMatrix.Mark> marks,
      List<Verdict> verdicts,
      List<Group> groups,
      String wire,
      String style,
      String script) {
    static Page of(Report report) {
      List<ScenarioResult> scenarios = report.scenarios();
      Map<Verdict, Integer> totals =
          Judgement.totals(scenarios.stream().map(ScenarioResult::verdict).toList());
      return new Page(
          report,
          report.outcome().word(),
          String.format(
              Locale.ROOT,
              "%d scenarios, %d requirements, %.1f s, exit code %d",
              scenarios.size(),
              report.judgement().requirements().size(),
              report.duration().toMillis() / 1000.0,
              report.exitCode()),
          report.problem().stream().toList(),
          Share.of(totals),
          report.judgement().profiles().stream().map(Profile::of).toList(),
          Coverage.of(report.judgement().requirements()),
          RequirementRow.of(report),
          StateMatrix.of(report.judgement().requirements(), scenarios),
          List.of(StateMatrix.Mark.values()),
          List.copyOf(totals.keySet()),
          Group.of(scenarios),
          WireArchive.pack(scenarios),
          resource("report.css"),
          resource("report.js"));
    }
  }

  /** How many of something ended with one verdict. */
  record Share(Verdict verdict, String words, int count) {
    static List<Share> of(Map<Verdict, Integer> totals) {
      return totals.entrySet().stream()
          .map(
              entry ->
                  new Share(entry.getKey(), CommandRow.words(entry.getKey()), entry.getValue()))
          .toList();
    }
  }

  /** One profile. */
  record Profile(
      String name, String outcome, boolean claimed, int all, int pass, List<Share> shares) {
    static Profile of(ProfileResult result) {
      return new Profile(
          result.profile(),
          result.outcome().word(),
          result.claimed(),
          result.totals().values().stream().mapToInt(Integer::intValue).sum(),
          result.totals().getOrDefault(Verdict.PASS, 0),
          Share.of(result.totals()));
    }
  }

  /** One requirement. */
  record RequirementRow(Requirement requirement, Verdict verdict, String words, int scenarios) {
    static List<RequirementRow> of(Report report) {
      Map<String, Integer> carriers = new HashMap<>();
      for (ScenarioResult result : report.scenarios()) {
        result.scenario().requirements().forEach(r -> carriers.merge(r.id(), 1, Integer::sum));
      }
      return report.judgement().requirements().stream()
          .map(
              result ->
                  new RequirementRow(
                      result.requirement(),
                      result.verdict(),
                      CommandRow.words(result.verdict()),
                      carriers.getOrDefault(result.requirement().id(), 0)))
          .toList();
    }

    String command() {
      return Objects.requireNonNullElse(requirement.command(), "");
    }
  }

  /** The scenarios of one file. */
  record Group(
      String command,
      Verdict verdict,
      String words,
      boolean open,
      List<Share> shares,
      List<Row> rows) {
    static List<Group> of(List<ScenarioResult> results) {
      Map<String, List<Row>> byCommand = new LinkedHashMap<>();
      for (int i = 0; i < results.size(); i++) {
        Row row = Row.of(i, results.get(i));
        byCommand
            .computeIfAbsent(results.get(i).scenario().command(), command -> new ArrayList<>())
            .add(row);
      }
      return byCommand.entrySet().stream()
          .map(
              entry -> {
                List<Verdict> verdicts = entry.getValue().stream().map(Row::verdict).toList();
                Verdict worst = Verdict.worst(verdicts, Verdict.PASS);
                return new Group(
                    entry.getKey(),
                    worst,
                    CommandRow.words(worst),
                    worst.compareTo(Verdict.PASS) > 0,
                    Share.of(Judgement.totals(verdicts)),
                    entry.getValue());
              })
          .toList();
    }
  }

  /** One scenario; the number is that of its line in the packed wire. */
  record Row(
      int number,
      Scenario scenario,
      Verdict verdict,
      String words,
      String ids,
      String millis,
      String diagnostic,
      List<String> lastLines) {
    static Row of(int number, ScenarioResult result) {
      return new Row(
          number,
          result.scenario(),
          result.verdict(),
          CommandRow.words(result.verdict()),
          result.scenario().requirements().stream()
              .map(Requirement::id)
              .collect(Collectors.joining(" ")),
          String.format(Locale.ROOT, "%.1f ms", result.duration().toNanos() / 1e6),
          Diagnostic.findings(result),
          Diagnostic.lastLines(result).lines().toList());
    }

    /** A template tells true from false, not text from an empty one. */
    boolean explained() {
      return !diagnostic.isEmpty();
    }
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
