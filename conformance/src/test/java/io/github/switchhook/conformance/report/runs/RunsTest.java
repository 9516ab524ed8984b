package io.github.switchhook.conformance.report.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.profile.RequirementOverride;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.profile.Waiver;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.report.Coverage;
import io.github.switchhook.conformance.report.HtmlReport;
import io.github.switchhook.conformance.report.ProfileOverride;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.report.RunDirectory;
import io.github.switchhook.conformance.report.StateMatrix;
import io.github.switchhook.conformance.verdict.Ending;
import io.github.switchhook.conformance.verdict.Finding;
import io.github.switchhook.conformance.verdict.RequirementResult;
import io.github.switchhook.conformance.verdict.RunVerdict;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.verdict.Waivers;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import io.github.switchhook.fixtures.Level;
import io.github.switchhook.fixtures.Requirement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes, compares and merges runs with invented results. */
class RunsTest {
  private static final Catalogue CATALOGUE = Catalogue.load();
  private static final Target TARGET =
      Target.standard("made up", URI.create("ws://127.0.0.1:1/agent"));

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  /**
   * Makes a result: a pass, or one finding that counts against all requirements of the scenario.
   */
  static ScenarioResult result(Scenario scenario, Verdict verdict, String text) {
    List<WireLine> wire =
        List.of(
            new WireLine(10, Direction.STEP, "", 0, "Given Alice has a call"),
            new WireLine(20, Direction.OUT, AgentNames.FIRST, 1, "{\"command\":\"channel.dial\"}"),
            new WireLine(30, Direction.IN, AgentNames.FIRST, 1, "{\"name\":\"state.updated\"}"),
            new WireLine(40, Direction.FINDING, "", 0, text));
    List<Finding> findings =
        verdict == Verdict.PASS
            ? List.of()
            : List.of(
                new Finding(
                    verdict, List.of(DeviationKind.MISSING), scenario.requirements(), text));
    return new ScenarioResult(
        scenario, findings, verdict == Verdict.PASS, Duration.ofMillis(7), wire);
  }

  private static Report report(Predicate<Scenario> played, Predicate<Scenario> failing) {
    List<ScenarioResult> results =
        CATALOGUE.scenarios().stream()
            .filter(played)
            .map(
                scenario ->
                    result(
                        scenario,
                        failing.test(scenario) ? Verdict.FAIL : Verdict.PASS,
                        "<state.updated> did not come"))
            .toList();
    RunVerdict runVerdict =
        RunVerdict.of(CATALOGUE.requirements(), results, false, false, Waivers.NONE);
    return Report.of(TARGET, runVerdict, results, 0, Duration.ofSeconds(2));
  }

  private Path written(String name, Report report) {
    Path directory = folder.resolve(name);
    report.write(directory);
    return directory;
  }

  private static boolean isHold(Scenario scenario) {
    return scenario.command().equals("conversation.hold");
  }

  @Test
  void saysWhatGotWorseAndBetterAndNewAndGone() {
    Path good = written("good", report(scenario -> true, scenario -> false));
    Path bad = written("bad", report(scenario -> true, RunsTest::isHold));
    Path less = written("less", report(scenario -> !isHold(scenario), scenario -> false));

    RunDiff worse = RunDiff.of(RunResults.read(good), RunResults.read(bad));
    assertThat(worse.isWorse()).isTrue();
    assertThat(worse.pretty())
        .startsWith("made up: success → failure")
        .contains("worse (", "  SWH-HOLD-001: pass → fail", "conversation.hold.feature: ");
    assertThat(Json.parse(worse.json()).orElseThrow().path("worse").asBoolean()).isTrue();
    assertThat(worse.markdown()).contains("| SWH-HOLD-001 | pass → fail |");

    RunDiff better = RunDiff.of(RunResults.read(bad), RunResults.read(good));
    assertThat(better.isWorse()).isFalse();
    assertThat(better.pretty()).contains("better (").doesNotContain("worse (");

    assertThat(RunDiff.of(RunResults.read(good), RunResults.read(less)).pretty())
        .contains("gone (")
        .doesNotContain("new (");
    assertThat(RunDiff.of(RunResults.read(less), RunResults.read(good)).pretty()).contains("new (");
    assertThat(RunDiff.of(RunResults.read(good), RunResults.read(good)).pretty())
        .contains("No difference in " + CATALOGUE.scenarios().size() + " scenarios.");
  }

  @Test
  void putsRunsSideBySide() {
    Path good = written("good", report(scenario -> true, scenario -> false));
    Path bad = written("bad", report(scenario -> true, RunsTest::isHold));

    RunMatrix matrix = new RunMatrix(List.of(RunResults.read(good), RunResults.read(bad)));

    assertThat(matrix.pretty()).containsPattern("SWH-HOLD-001 +pass +fail");
    assertThat(matrix.pretty()).doesNotContain("SWH-DIAL-001").contains("They agree on ");
    assertThat(matrix.markdown()).contains("| SWH-HOLD-001 | pass | fail |");
    String page = matrix.html();
    assertThat(page)
        .contains("<title>made up</title>", "data-agreement=\"differ\"")
        .doesNotContainPattern("(src|href)=\"?(https?:)?//")
        .doesNotContain("@import", "url(");
    assertThat(page.indexOf("SWH-HOLD-001"))
        .as("what differs comes first")
        .isBetween(1, page.indexOf("SWH-DIAL-001"));
    assertThat(Json.parse(matrix.json()).orElseThrow().path("requirements").size())
        .isEqualTo(RunResults.read(good).requirements().size());
  }

  @Test
  void mergesShardsIntoWhatOneRunWouldHaveBeen() {
    Report whole = report(scenario -> true, RunsTest::isHold);
    List<Path> parts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int part = i;
      parts.add(written("part" + i, report(s -> s.line() % 3 == part, RunsTest::isHold)));
    }

    Report merged = RunMerge.of(CATALOGUE, parts, false);

    assertThat(merged.scenarios()).containsExactlyInAnyOrderElementsOf(whole.scenarios());
    assertThat(merged.runVerdict()).isEqualTo(whole.runVerdict());
    assertThat(merged.exitCode()).isEqualTo(1);
    assertThat(RunMerge.of(CATALOGUE, parts.subList(0, 2), false).runVerdict().profiles())
        .isNotEmpty()
        .noneMatch(profile -> profile.outcome().word().equals("success"));
  }

  @Test
  void showsAndKeepsWhatTheProfileOverridesAndWhatWasSelected() {
    List<ProfileOverride> overrides =
        ProfileOverride.of(
            List.of(
                new RequirementOverride(
                    "SWH-HOLD-001",
                    "the \u001b[31mmanual",
                    "page 7",
                    Optional.of(Level.MAY),
                    Optional.of("Holding"),
                    Optional.of(List.of()))),
            CATALOGUE.requirements());
    List<String> only = List.of("conversation.hold");
    Predicate<Scenario> selected =
        s -> s.requirements().stream().anyMatch(CATALOGUE.select(only)::contains);
    Report one = report(s -> selected.test(s) && s.line() % 2 == 0, s -> false);
    Report two = report(s -> selected.test(s) && s.line() % 2 == 1, s -> false);

    Report merged =
        RunMerge.of(
            CATALOGUE,
            List.of(
                written("one", one.judgedBy(only, overrides)),
                written("two", two.judgedBy(only, overrides))),
            false);

    assertThat(merged.overrides()).isEqualTo(overrides);
    assertThat(merged.runVerdict())
        .isEqualTo(
            RunVerdict.of(CATALOGUE.select(only), merged.scenarios(), true, false, Waivers.NONE));
    assertThat(merged.missing(CATALOGUE.scenarios(only))).as("all that was meant").isEmpty();
    assertThat(
            RunMerge.of(CATALOGUE, List.of(folder.resolve("one")), false)
                .missing(CATALOGUE.scenarios(only)))
        .hasSize(two.scenarios().size());
    String words = "MUST → MAY, another event list in \"Holding\"";
    assertThat(merged.pretty(false))
        .contains("SWH-HOLD-001 (" + words + "): the \\u001b[31mmanual (page 7)")
        .contains("only conversation.hold")
        .doesNotContain("\u001b");
    assertThat(merged.markdown())
        .contains("| SWH-HOLD-001 | " + words + " | the \\u001b\\[31mmanual | page 7 |")
        .contains("Only `conversation.hold` was played.")
        .doesNotContain("\u001b");
    assertThat(html(written("merged", merged)))
        .contains("<h2>Overrides</h2>", "MUST → MAY", "page 7", "<code>conversation.hold</code>");
  }

  @Test
  void agreesOnlyOnWhatAllJudged() {
    Path whole = written("whole", report(scenario -> true, scenario -> false));
    Path part = written("part", report(RunsTest::isHold, scenario -> false));
    int judged = RunResults.read(part).requirements().size();

    assertThat(new RunMatrix(List.of(RunResults.read(whole), RunResults.read(part))).pretty())
        .contains("They agree on " + judged + " of " + judged + " requirements that all");
  }

  @Test
  void whatIsWaivedWithoutNeedHolds() {
    Coverage coverage =
        Coverage.of(
            List.of(
                new RequirementResult(
                    CATALOGUE.select(List.of("SWH-HOLD-001")).get(0), Verdict.XPASS)));

    assertThat(coverage.rows())
        .isNotEmpty()
        .allSatisfy(
            row -> assertThat(row.cells()).isNotEmpty().allMatch(Coverage.LevelCell::whole));
  }

  @Test
  void refusesToMergeWhatDoesNotBelongTogether() throws IOException {
    Path one = written("one", report(RunsTest::isHold, scenario -> false));
    Path none = Files.createDirectory(folder.resolve("none"));

    assertThatThrownBy(() -> RunMerge.of(CATALOGUE, List.of(one, one), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected runs of different scenarios");
    assertThatThrownBy(() -> RunMerge.of(CATALOGUE, List.of(none), false))
        .hasMessageContaining("expected a run directory, with results.json in it");
    Path results = one.resolve("results.json");
    Files.writeString(results, Files.readString(results).replace(".feature:", ".feature:9"));
    assertThatThrownBy(() -> RunMerge.of(CATALOGUE, List.of(one), false))
        .hasMessageContaining("expected runs made with these features");
  }

  @Test
  void keepsTheWireOfARunThatIsKilled() throws IOException {
    Path directory = written("run", report(RunsTest::isHold, scenario -> false));
    Scenario first = CATALOGUE.scenarios().iterator().next();

    RunDirectory files = RunDirectory.begin(directory);
    files.add(result(first, Verdict.PASS, ""));

    assertThat(directory.resolve("results.json"))
        .as("the verdict of the run before does not stay")
        .doesNotExist();
    assertThat(Files.readAllLines(directory.resolve("wire.ndjson")))
        .hasSize(5)
        .last()
        .asString()
        .contains("\"direction\":\"verdict\",\"text\":\"PASS\"");
    assertThatThrownBy(() -> RunResults.read(directory)).hasMessageContaining("did not end");
    files.close();
  }

  @Test
  void fitsIntoAStepSummaryWhateverHappens() {
    List<ScenarioResult> results =
        CATALOGUE.scenarios().stream()
            .map(
                scenario ->
                    result(
                        scenario,
                        isHold(scenario) ? Verdict.FAIL : Verdict.WARN,
                        "€".repeat(50_000)))
            .toList();
    String summary =
        Report.of(
                TARGET,
                RunVerdict.of(CATALOGUE.requirements(), results, false, false, Waivers.NONE),
                results,
                0,
                Duration.ofSeconds(2))
            .markdown();

    assertThat(summary.getBytes(StandardCharsets.UTF_8).length).isLessThan(1 << 20);
    assertThat(summary).contains("more\n\nThey are in report.html.");
    assertThat(summary.indexOf("## FAIL")).isPositive();
    assertThat(summary.substring(0, summary.indexOf("## FAIL"))).doesNotContain("## WARN");
  }

  @Test
  void showsWhichCommandsWereTestedInWhichSituations() {
    StateMatrix matrix =
        StateMatrix.of(
            report(scenario -> true, RunsTest::isHold).runVerdict().requirements(),
            report(scenario -> true, scenario -> false).scenarios(),
            List.of());

    assertThat(cell(matrix, "conversation.retrieve", "a held call").mark())
        .isEqualTo(StateMatrix.CellMark.ACCEPTED);
    assertThat(cell(matrix, "conversation.retrieve", "a dialled call").mark())
        .isEqualTo(StateMatrix.CellMark.REFUSED);
    assertThat(cell(matrix, "conversation.hold", "ready").mark())
        .isEqualTo(StateMatrix.CellMark.NONE);
    StateMatrix failing =
        StateMatrix.of(
            report(scenario -> true, scenario -> false).runVerdict().requirements(),
            report(scenario -> true, RunsTest::isHold).scenarios(),
            List.of());
    assertThat(cell(failing, "conversation.hold", "a call").mark())
        .isEqualTo(StateMatrix.CellMark.BAD);
    List<Scenario> held = CATALOGUE.scenarios().stream().filter(RunsTest::isHold).toList();
    StateMatrix interrupted = StateMatrix.of(List.of(), List.of(), held);
    assertThat(cell(interrupted, "conversation.hold", "a call").mark())
        .isEqualTo(StateMatrix.CellMark.NOT_RUN);
  }

  @Test
  void saysWhatWasNotRun() throws IOException {
    List<Scenario> held = CATALOGUE.scenarios().stream().filter(RunsTest::isHold).toList();
    Report report =
        report(s -> s.command().equals("channel.dial"), s -> false)
            .without(held, Ending.INTERRUPTED);
    Path run = written("interrupted", report);

    assertThat(report.exitCode()).isEqualTo(130);
    assertThat(report.pretty(false)).contains("interrupted: " + held.size() + " scenarios");
    assertThat(report.markdown()).contains("**Interrupted**: " + held.size() + " scenarios");
    assertThat(Files.readString(run.resolve("report.html")))
        .contains("<b>Interrupted.</b> " + held.size() + " of ", "data-verdict=\"not run\"");
    assertThat(Files.readString(run.resolve("junit.xml")))
        .contains(
            "skipped=\"" + held.size() + '"',
            "<skipped message=\"not run: the run was interrupted\"/>");
    Path rest = written("rest", report(RunsTest::isHold, s -> false));
    assertThat(RunMerge.of(CATALOGUE, List.of(run), false).exitCode()).isEqualTo(130);
    assertThat(RunMerge.of(CATALOGUE, List.of(run), false).notRun()).isEqualTo(held);
    assertThat(RunMerge.of(CATALOGUE, List.of(run, rest), false).exitCode())
        .as("another run played the rest")
        .isZero();
  }

  @Test
  void weighsWaiversOverAllShards() {
    Requirement hold = CATALOGUE.select(List.of("SWH-HOLD-001")).get(0);
    Predicate<Scenario> carries = scenario -> scenario.requirements().contains(hold);
    assertThat(CATALOGUE.provedBy(hold.id())).as("several shards play it").hasSizeGreaterThan(1);
    Scenario last = CATALOGUE.provedBy(hold.id()).get(CATALOGUE.provedBy(hold.id()).size() - 1);

    Path one = shard("one", scenario -> !scenario.equals(last), scenario -> false);
    Path passing = shard("passing", last::equals, scenario -> false);
    Path failing = shard("failing", last::equals, carries);

    Report stale = RunMerge.of(CATALOGUE, List.of(one, passing), false);
    assertThat(stale.runVerdict().stale())
        .containsExactly("SWH-HOLD-001 passes, so its waiver (known) must go");
    assertThat(stale.exitCode()).isEqualTo(5);
    Path merged = written("merged", stale);
    assertThat(html(merged))
        .contains("<b>Stale waiver:</b> SWH-HOLD-001 passes", "known javascript:alert(1)")
        .as("only what is on the web is a link")
        .doesNotContain("href=\"javascript");
    assertThat(stale.markdown()).contains("**Stale waivers**", "- SWH-HOLD-001 passes");
    Report needed = RunMerge.of(CATALOGUE, List.of(one, failing), false);
    assertThat(needed.runVerdict().stale()).isEmpty();
    assertThat(needed.runVerdict().waivers().get(0).state().words()).isEqualTo("needed");
    assertThat(needed.exitCode()).as(needed.pretty(false)).isZero();
    assertThat(RunMerge.of(CATALOGUE, List.of(one), false).exitCode())
        .as("a part cannot tell")
        .isZero();
  }

  /** Writes the run directory of a shard, with its waivers beside its results. */
  private Path shard(String name, Predicate<Scenario> played, Predicate<Scenario> failing) {
    Waivers waivers =
        Waivers.of(
                List.of(
                    new Waiver(
                        "SWH-HOLD-001", "known", "javascript:alert(1)", LocalDate.of(2100, 1, 1))),
                LocalDate.of(2026, 11, 24))
            .where(id -> false);
    List<ScenarioResult> results =
        waivers.apply(
            CATALOGUE.scenarios().stream()
                .filter(played)
                .map(s -> charged(s, failing.test(s)))
                .toList());
    RunVerdict runVerdict = RunVerdict.of(CATALOGUE.requirements(), results, true, false, waivers);
    assertThat(runVerdict.stale()).isEmpty();
    return written(
        name,
        Report.of(TARGET, runVerdict, results, 0, Duration.ofSeconds(2))
            .begun(Instant.parse("2026-11-24T10:00:00Z")));
  }

  /** Returns a result that counts against the waived requirement alone. */
  private static ScenarioResult charged(Scenario scenario, boolean fails) {
    Requirement hold = CATALOGUE.select(List.of("SWH-HOLD-001")).get(0);
    List<Finding> findings =
        fails
            ? List.of(
                new Finding(Verdict.FAIL, List.of(DeviationKind.MISSING), List.of(hold), "no hold"))
            : List.of();
    return new ScenarioResult(scenario, findings, true, Duration.ofMillis(7), List.of());
  }

  private static String html(Path run) {
    try {
      return Files.readString(run.resolve("report.html"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StateMatrix.SituationCell cell(
      StateMatrix matrix, String command, String situation) {
    return matrix.rows().stream()
        .filter(row -> row.command().equals(command))
        .findFirst()
        .orElseThrow()
        .cells()
        .get(matrix.situations().indexOf(situation));
  }

  @Test
  void packsTheWireIntoAPageThatNeedsNothingElse() throws IOException {
    Report report = report(RunsTest::isHold, RunsTest::isHold);
    String html = HtmlReport.render(report);

    assertThat(html)
        .contains("<title>made up: failure</title>", "&lt;state.updated&gt; did not come")
        .doesNotContain("<state.updated>")
        .doesNotContainPattern("(src|href)=\"?(https?:)?//")
        .doesNotContain("@import", "url(");
    List<String> wire = unpacked(html).lines().toList();
    assertThat(wire).hasSize(report.scenarios().size());
    assertThat(wire.get(0))
        .isEqualTo(
            "[[10,\"#\",\"\",0,\"Given Alice has a call\"],[20,\">\",\"Alice\",1,\"{\\\"command\\\":\\\"channel.dial\\\"}\"],"
                + "[30,\"<\",\"Alice\",1,\"{\\\"name\\\":\\\"state.updated\\\"}\"],[40,\"!\",\"\",0,\"<state.updated> did not come\"]]");
  }

  private static String unpacked(String html) throws IOException {
    String begin = "id=\"wire\">";
    int from = html.indexOf(begin) + begin.length();
    byte[] packed = Base64.getDecoder().decode(html.substring(from, html.indexOf('<', from)));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
