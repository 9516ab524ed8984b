package io.github.switchhook.conformance.report;

import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.verdict.ProfileResult;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.verdict.WaiverResult;
import io.github.switchhook.fixtures.Requirement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Renders a run as one self-contained page: it needs no network, and only its extras need a script.
 * The template is {@code report.mustache}; the records here are what it shows.
 */
public final class HtmlReport {
  private HtmlReport() {}

  public static String render(Report report) {
    return HtmlTemplates.fill("report.mustache", Page.of(report));
  }

  /** The data of the whole page. */
  record Page(
      Report report,
      String outcome,
      String facts,
      List<String> problem,
      int notRun,
      int planned,
      boolean selected,
      String only,
      boolean overridden,
      List<ProfileOverride> overrides,
      boolean nothing,
      boolean waived,
      List<WaiverResult> waivers,
      List<Share> totals,
      List<Profile> profiles,
      Coverage coverage,
      List<RequirementRow> requirements,
      StateMatrix matrix,
      List<StateMatrix.CellMark> marks,
      List<Group> groups,
      String wire,
      String style,
      String script) {
    static Page of(Report report) {
      List<ScenarioResult> scenarios = report.scenarios();
      List<ScenarioRow> rows = ScenarioRow.of(report);
      return new Page(
          report,
          report.outcome().word(),
          String.format(
              Locale.ROOT,
              "%s%s, %.1f s, exit code %d",
              report.begun().map(HtmlReport::day).orElse(""),
              report.counts(),
              report.duration().toMillis() / 1000.0,
              report.exitCode()),
          report.problem().stream().toList(),
          report.notRun().size(),
          scenarios.size() + report.notRun().size(),
          !report.only().isEmpty(),
          String.join(" ", report.only()),
          !report.overrides().isEmpty(),
          report.overrides(),
          scenarios.isEmpty() && report.notRun().isEmpty(),
          !report.runVerdict().waivers().isEmpty(),
          report.runVerdict().waivers(),
          Share.of(rows),
          report.runVerdict().profiles().stream().map(Profile::of).toList(),
          Coverage.of(report.runVerdict().requirements()),
          RequirementRow.of(report),
          StateMatrix.of(report.runVerdict().requirements(), scenarios, report.notRun()),
          List.of(StateMatrix.CellMark.values()),
          Group.of(rows),
          WireArchive.pack(scenarios),
          HtmlTemplates.resource("report.css"),
          HtmlTemplates.resource("filter.js") + HtmlTemplates.resource("report.js"));
    }
  }

  /** The number of scenarios or requirements with one verdict. */
  public record Share(String style, String words, int count) {
    static List<Share> of(Map<Verdict, Integer> totals) {
      return totals.entrySet().stream()
          .map(
              entry ->
                  new Share(
                      entry.getKey().name(), CommandRow.words(entry.getKey()), entry.getValue()))
          .toList();
    }

    /** Counts rows, in the order of verdicts, and last what was not run. */
    static List<Share> of(List<ScenarioRow> rows) {
      Map<String, Share> shares = new LinkedHashMap<>();
      Arrays.stream(Verdict.values())
          .forEach(v -> shares.put(v.name(), new Share(v.name(), CommandRow.words(v), 0)));
      rows.forEach(
          row ->
              shares.merge(
                  row.style(),
                  new Share(row.style(), row.words(), 1),
                  (sum, one) -> new Share(one.style(), one.words(), sum.count() + 1)));
      return shares.values().stream().filter(share -> share.count() > 0).toList();
    }
  }

  /** One line of the table of conformance profiles. */
  record Profile(
      String name, String outcome, boolean claimed, int all, int pass, List<Share> shares) {
    static Profile of(ProfileResult result) {
      return new Profile(
          result.profile(),
          result.outcome().word(),
          result.claimed(),
          result.totals().values().stream().mapToInt(Integer::intValue).sum(),
          CommandRow.passing(result.totals()),
          Share.of(result.totals()));
    }
  }

  /** One line of the table of requirements. */
  record RequirementRow(Requirement requirement, Verdict verdict, String words, String scenarios) {
    static List<RequirementRow> of(Report report) {
      Map<String, Integer> played = new HashMap<>();
      for (ScenarioResult result : report.scenarios()) {
        result.scenario().requirements().forEach(r -> played.merge(r.id(), 1, Integer::sum));
      }
      Map<String, Integer> all = new HashMap<>(played);
      report.notRun().stream()
          .flatMap(scenario -> scenario.requirements().stream())
          .forEach(r -> all.merge(r.id(), 1, Integer::sum));
      return report.runVerdict().requirements().stream()
          .map(
              result ->
                  new RequirementRow(
                      result.requirement(),
                      result.verdict(),
                      CommandRow.words(result.verdict()),
                      of(
                          played.getOrDefault(result.requirement().id(), 0),
                          all.getOrDefault(result.requirement().id(), 0))))
          .toList();
    }

    private static String of(int played, int all) {
      return played == all ? String.valueOf(all) : played + " of " + all;
    }

    String command() {
      return Objects.requireNonNullElse(requirement.command(), "");
    }
  }

  /** The scenarios of one file. */
  record Group(String command, boolean open, List<Share> shares, List<ScenarioRow> rows) {
    static List<Group> of(List<ScenarioRow> rows) {
      Map<String, List<ScenarioRow>> byCommand =
          rows.stream()
              .collect(
                  Collectors.groupingBy(
                      row -> row.scenario().command(), LinkedHashMap::new, Collectors.toList()));
      return byCommand.entrySet().stream()
          .map(
              entry ->
                  new Group(
                      entry.getKey(),
                      entry.getValue().stream().anyMatch(ScenarioRow::deviates),
                      Share.of(entry.getValue()),
                      entry.getValue()))
          .toList();
    }
  }

  /**
   * One line of the list of scenarios.
   *
   * @param number that of its line in the packed wire
   * @param style the verdict, or that it was not run
   */
  public record ScenarioRow(
      int number,
      Scenario scenario,
      String style,
      String words,
      boolean deviates,
      String ids,
      String millis,
      String diagnostic,
      List<String> lastLines) {
    static List<ScenarioRow> of(Report report) {
      List<ScenarioRow> rows = new ArrayList<>();
      for (ScenarioResult result : report.scenarios()) {
        rows.add(of(rows.size(), result));
      }
      report.notRun().forEach(scenario -> rows.add(notRun(rows.size(), scenario)));
      return rows;
    }

    private static ScenarioRow of(int number, ScenarioResult result) {
      return new ScenarioRow(
          number,
          result.scenario(),
          result.verdict().name(),
          CommandRow.words(result.verdict()),
          result.verdict().compareTo(Verdict.PASS) > 0,
          ids(result.scenario()),
          String.format(Locale.ROOT, "%.1f ms", result.duration().toNanos() / 1e6),
          Diagnostic.findings(result),
          Diagnostic.lastLines(result).lines().toList());
    }

    private static ScenarioRow notRun(int number, Scenario scenario) {
      return new ScenarioRow(
          number, scenario, "NOT_RUN", "not run", false, ids(scenario), "", "", List.of());
    }

    private static String ids(Scenario scenario) {
      return scenario.requirements().stream().map(Requirement::id).collect(Collectors.joining(" "));
    }

    /** Tells whether there is a diagnostic; a template cannot test for an empty text. */
    boolean explained() {
      return !diagnostic.isEmpty();
    }
  }

  private static String day(Instant begun) {
    return begun
        .truncatedTo(ChronoUnit.SECONDS)
        .toString()
        .replace('T', ' ')
        .replace("Z", " UTC, ");
  }
}
