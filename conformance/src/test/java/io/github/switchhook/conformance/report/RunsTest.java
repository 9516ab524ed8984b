package io.github.switchhook.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.conformance.verdict.Finding;
import io.github.switchhook.conformance.verdict.Judgement;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.verdict.Waivers;
import io.github.switchhook.conformance.wire.Json;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are made up: written, compared, merged. */
class RunsTest {
  private static final Catalogue CATALOGUE = Catalogue.load();
  private static final Target TARGET =
      Target.standard("made up", URI.create("ws://127.0.0.1:1/agent"));

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  /** Makes a result: a pass, or one finding that is charged to all that the scenario carries. */
  static ScenarioResult result(Scenario scenario, Verdict verdict, String text) {
    List<WireLine> wire =
        List.of(
            new WireLine(10, Direction.STEP, "", 0, "Given Alice has a call"),
            new WireLine(20, Direction.OUT, "Alice", 1, "{\"command\":\"channel.dial\"}"),
            new WireLine(30, Direction.IN, "Alice", 1, "{\"name\":\"state.updated\"}"),
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
    Judgement judgement =
        Judgement.of(CATALOGUE.requirements(), results, false, false, Waivers.NONE);
    return Report.of(TARGET, judgement, results, 0, Duration.ofSeconds(2));
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
    assertThat(merged.judgement()).isEqualTo(whole.judgement());
    assertThat(merged.exitCode()).isEqualTo(1);
    assertThat(RunMerge.of(CATALOGUE, parts.subList(0, 2), false).judgement().profiles())
        .noneMatch(profile -> profile.outcome().word().equals("success"));
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
                Judgement.of(CATALOGUE.requirements(), results, false, false, Waivers.NONE),
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
            report(scenario -> true, RunsTest::isHold).judgement().requirements(),
            report(scenario -> true, scenario -> false).scenarios());

    assertThat(cell(matrix, "conversation.retrieve", "a held call").mark())
        .isEqualTo(StateMatrix.Mark.ACCEPTED);
    assertThat(cell(matrix, "conversation.retrieve", "a dialled call").mark())
        .isEqualTo(StateMatrix.Mark.REFUSED);
    assertThat(cell(matrix, "conversation.hold", "ready").mark()).isEqualTo(StateMatrix.Mark.NONE);
    StateMatrix failing =
        StateMatrix.of(
            report(scenario -> true, scenario -> false).judgement().requirements(),
            report(scenario -> true, RunsTest::isHold).scenarios());
    assertThat(cell(failing, "conversation.hold", "a call").mark()).isEqualTo(StateMatrix.Mark.BAD);
  }

  private static StateMatrix.Cell cell(StateMatrix matrix, String command, String situation) {
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
