package io.github.switchhook.conformance.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.ladder.Ladder;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.profile.Waiver;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.report.runs.RunDiff;
import io.github.switchhook.conformance.report.runs.RunMatrix;
import io.github.switchhook.conformance.report.runs.RunResults;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.text.Nasty;
import io.github.switchhook.conformance.transcript.Transcript;
import io.github.switchhook.conformance.transcript.TranscriptDiff;
import io.github.switchhook.conformance.verdict.Ending;
import io.github.switchhook.conformance.verdict.Finding;
import io.github.switchhook.conformance.verdict.RunVerdict;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.verdict.Waivers;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import io.github.switchhook.fixtures.Level;
import io.github.switchhook.fixtures.Requirement;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Every writer of a run gets the same nasty texts as names of targets, scenarios, files, agents and
 * events, as findings and reasons, and has to come out built as it is with harmless ones.
 */
class ForgeryTest {
  private static final Catalogue CATALOGUE = Catalogue.load();
  private static final String HARMLESS = "harmless";

  static Stream<String> nasty() {
    return Nasty.TEXTS.stream();
  }

  /** Returns the structure of a written text. */
  private interface Build {
    Object of(String written) throws Exception;
  }

  private record Writer(UnaryOperator<String> writing, Build build) {}

  private static Map<String, Writer> writers() {
    Map<String, Writer> writers = new LinkedHashMap<>();
    writers.put("terminal", new Writer(text -> report(text).pretty(false), ForgeryTest::lines));
    writers.put("summary.md", new Writer(text -> report(text).markdown(), ForgeryTest::markdown));
    writers.put("junit.xml", new Writer(text -> JUnitXml.render(report(text)), ForgeryTest::xml));
    writers.put(
        "report.html", new Writer(text -> HtmlReport.render(report(text)), ForgeryTest::html));
    writers.put("results.json", new Writer(text -> report(text).json(), ForgeryTest::json));
    writers.put("badge.json", new Writer(text -> Badge.render(report(text)), ForgeryTest::json));
    writers.put("matrix", new Writer(text -> matrix(text).pretty(), ForgeryTest::lines));
    writers.put("matrix.md", new Writer(text -> matrix(text).markdown(), ForgeryTest::markdown));
    writers.put("matrix.html", new Writer(text -> matrix(text).html(), ForgeryTest::html));
    writers.put("matrix.json", new Writer(text -> matrix(text).json(), ForgeryTest::json));
    writers.put("diff", new Writer(text -> diff(text).pretty(), ForgeryTest::lines));
    writers.put("diff.md", new Writer(text -> diff(text).markdown(), ForgeryTest::markdown));
    writers.put("diff.json", new Writer(text -> diff(text).json(), ForgeryTest::json));
    writers.put("ladder", new Writer(text -> ladder(text).text(false), ForgeryTest::lines));
    writers.put("ladder.svg", new Writer(text -> ladder(text).svg(), ForgeryTest::xml));
    writers.put("ladder.mmd", new Writer(text -> ladder(text).mermaid(), ForgeryTest::lines));
    writers.put("transcripts", new Writer(text -> transcripts(text).text(), ForgeryTest::lines));
    writers.put(
        "transcripts.json", new Writer(text -> transcripts(text).json(), ForgeryTest::json));
    return writers;
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void everyWriterBuildsTheSame(String nasty) throws Exception {
    for (Map.Entry<String, Writer> entry : writers().entrySet()) {
      Writer writer = entry.getValue();
      String written = writer.writing().apply(nasty);

      assertThat(Nasty.hidden(written)).as(entry.getKey()).isEmpty();
      assertThat(writer.build().of(written))
          .as(entry.getKey())
          .isEqualTo(writer.build().of(writer.writing().apply(HARMLESS)));
    }
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void theWireOfThePageKeepsItAll(String nasty) throws Exception {
    String page = HtmlReport.render(report(nasty));
    byte[] packed =
        Base64.getDecoder().decode(requireNonNull(Jsoup.parse(page).getElementById("wire")).data());
    String wire =
        new String(
            new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(),
            StandardCharsets.UTF_8);

    assertThat(wire.lines()).hasSize(1);
    assertThat(Json.parse(wire.strip()).orElseThrow().get(2).get(4).textValue()).isEqualTo(nasty);
  }

  // --- how things are built

  private static Object lines(String written) {
    return written.lines().count();
  }

  /** Returns the kind of each line outside of code; asserts that every block ends in its place. */
  private static Object markdown(String written) {
    StringBuilder kinds = new StringBuilder();
    String fence = "";
    for (String line : written.lines().toList()) {
      if (fence.isEmpty() && line.matches("`{3,}[^`]*")) {
        fence = line;
        kinds.append("block ");
      } else if (!fence.isEmpty()) {
        fence = line.equals(fence) ? "" : fence;
      } else {
        kinds
            .append(line.replaceFirst("[^#|*-].*", ""))
            .append(line.startsWith("|") ? cells(line) : 0)
            .append(' ');
      }
    }
    return kinds + (fence.isEmpty() ? "" : "open");
  }

  private static long cells(String row) {
    return row.replaceAll("\\\\.", "").chars().filter(c -> c == '|').count();
  }

  private static Object xml(String written) throws Exception {
    NodeList all =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(written)))
            .getElementsByTagName("*");
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      names.append(element.getTagName()).append(element.getAttributes().getLength()).append(' ');
    }
    return names.toString();
  }

  private static Object html(String written) {
    Document page = Jsoup.parse(written);
    StringBuilder names = new StringBuilder();
    page.getAllElements()
        .forEach(
            element ->
                names.append(element.tagName()).append(element.attributesSize()).append(' '));
    return names.toString();
  }

  private static Object json(String written) {
    return Json.parse(written).orElseThrow().path("scenarios").size();
  }

  // --- what is written

  private static Report report(String text) {
    Requirement requirement = CATALOGUE.select(List.of("SWH-HOLD-001")).get(0);
    Scenario scenario =
        new Scenario(
            text, "classpath:features/" + text + ".feature", 7, List.of(requirement), List.of());
    String oneLine = Escape.line(text);
    ScenarioResult result =
        new ScenarioResult(
            scenario,
            List.of(
                new Finding(
                    Verdict.FAIL,
                    List.of(DeviationKind.MISSING),
                    List.of(requirement),
                    "what Alice sees\n  missing: " + oneLine)),
            true,
            Duration.ofMillis(7),
            List.of(
                line(Direction.OPEN, text, "ws://127.0.0.1/" + text),
                line(Direction.OUT, text, Json.write(Json.object().put("command", text))),
                line(Direction.IN, text, text),
                line(Direction.CLOSE, text, "1011 " + text)));
    Waivers waivers =
        Waivers.of(List.of(new Waiver("SWH-DIAL-001", text, text, LocalDate.EPOCH)), LocalDate.MAX);
    return new Report(
        text,
        "ws://127.0.0.1/" + text,
        List.of(text),
        List.of(
            new ProfileOverride(
                "SWH-HOLD-001",
                Level.MUST,
                Optional.of(Level.MAY),
                true,
                Optional.of(text),
                text,
                text)),
        RunVerdict.of(
            CATALOGUE.select(List.of("SWH-HOLD-001")), List.of(result), false, false, waivers),
        List.of(result),
        List.of(scenario),
        Ending.INTERRUPTED,
        Optional.of(oneLine),
        1,
        Optional.empty(),
        Duration.ZERO);
  }

  private static WireLine line(Direction direction, String agent, String text) {
    return new WireLine(1, direction, agent, 1, text);
  }

  private static RunResults results(String text, String verdict) {
    return new RunResults(
        text,
        text,
        text,
        Map.of(text, text + " 1/2"),
        Map.of(text, verdict),
        Map.of(text, verdict));
  }

  private static RunMatrix matrix(String text) {
    return new RunMatrix(List.of(results(text, "PASS"), results(text, "FAIL")));
  }

  private static RunDiff diff(String text) {
    return RunDiff.of(results(text, "PASS"), results(text, "FAIL"));
  }

  private static List<WireLine> wire(String text, String other) {
    return List.of(
        line(Direction.OUT, text, Json.write(Json.object().put("command", text).put(text, other))),
        line(
            Direction.IN,
            text,
            Json.write(
                Json.object()
                    .put("result", "failure")
                    .set("failure", Json.object().put("code", text)))),
        line(
            Direction.IN,
            text,
            Json.write(
                Json.object()
                    .put("name", text)
                    .put("target", text)
                    .set("data", Json.object().put("state", text)))),
        line(Direction.IN, text, "not JSON: " + text),
        new WireLine(
            2,
            Direction.ACT,
            "",
            0,
            Json.write(Json.object().put("act", "call").put("from", text).put("to", text))),
        line(Direction.CLOSE, text, "1011 " + text));
  }

  private static Ladder ladder(String text) {
    return Ladder.of(wire(text, text)).failedAtEnd(Escape.line(text));
  }

  private static TranscriptDiff transcripts(String text) {
    return TranscriptDiff.of(
        new Transcript(wire(text, "one"), false), new Transcript(wire(text, "other"), false));
  }
}
