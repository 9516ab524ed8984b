package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.switchhook.conformance.ladder.Ladder;
import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.match.AgentView;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.match.SequenceComparison;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.profile.Secret;
import io.github.switchhook.conformance.profile.Secrets;
import io.github.switchhook.conformance.profile.Template;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.JsonTrees;
import io.github.switchhook.conformance.scenario.ScenarioFormatException;
import io.github.switchhook.conformance.scenario.ScenarioReader;
import io.github.switchhook.conformance.scenario.ScenarioWriter;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.transcript.Transcript;
import io.github.switchhook.conformance.transcript.TranscriptDiff;
import io.github.switchhook.conformance.transcript.convert.TranscriptConverter;
import io.github.switchhook.conformance.verdict.Findings;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import io.github.switchhook.fixtures.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the kit does with foreign text costs no more than in proportion to it, also with the worst
 * text for each pattern and search: four times the input, at most eight times the CPU time of the
 * thread, the best of five, warmed up.
 */
@Timeout(300)
class GrowthTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 5;

  /** Times below this are noise. */
  private static final long FLOOR_NANOS = 4_000_000;

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private static Path folder;

  /**
   * An operation on foreign input.
   *
   * @param size of the smaller input
   * @param input makes one of a size
   */
  private record Work<T>(String name, int size, IntFunction<T> input, Function<T, ?> work) {
    long nanos(int times) {
      T made = input.apply(size * times);
      long best = Long.MAX_VALUE;
      for (int round = 0; round < ROUNDS + 1; round++) {
        long began = THREADS.getCurrentThreadCpuTime();
        assertThat(work.apply(made)).isNotNull();
        best = Math.min(best, THREADS.getCurrentThreadCpuTime() - began);
      }
      return best;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Work<?>> works() {
    List<Work<?>> works = new ArrayList<>();
    texts()
        .forEach(
            (kind, text) ->
                functions()
                    .forEach(
                        (name, function) ->
                            works.add(
                                new Work<String>(name + " of " + kind, 6_000, text, function))));
    works.add(new Work<>("events that repeat", 1_000, n -> events(n, 1), GrowthTest::compare));
    works.add(new Work<>("events that differ", 1_000, n -> events(n, n), GrowthTest::compare));
    works.add(
        new Work<>("one long name among many", 1_000, GrowthTest::longNames, GrowthTest::compare));
    works.add(new Work<>("remarks", 4_000, n -> n, GrowthTest::remark));
    works.add(new Work<>("deviating members", 4_000, GrowthTest::members, GrowthTest::differ));
    works.add(new Work<>("a ladder", 1_000, GrowthTest::lines, lines -> Ladder.of(lines).svg()));
    works.add(new Work<>("a conversion", 400, GrowthTest::lines, GrowthTest::convert));
    works.add(
        new Work<>("a diff of the same", 2_000, GrowthTest::lines, lines -> diff(lines, lines)));
    return works.stream();
  }

  /** Returns inputs of one repeated character, or of text that almost matches a pattern. */
  private static Map<String, IntFunction<String>> texts() {
    return Map.of(
        "blanks", n -> "a=" + " ".repeat(n) + "!",
        "backslashes", "\\"::repeat,
        "quotes", "\""::repeat,
        "ticks", "`"::repeat,
        "dollars", n -> "$a".repeat(n) + ".",
        "one name", n -> "$" + "a".repeat(n) + ".a",
        "dots", "."::repeat,
        "columns", n -> " a=".repeat(n) + " a",
        "hidden", "\ud800\u202e"::repeat,
        "braces", " {\""::repeat);
  }

  private static Map<String, Function<String, Object>> functions() {
    Secrets secrets = Secrets.of(List.of(new Secret("aaaaaaab"), new Secret("\\\\\\\\\"")));
    List<String> known = List.of("channel.dial", "conversation.hold", "session.start");
    Function<String, JsonNode> nothing = name -> TextNode.valueOf("");
    return Map.of(
        "escaping",
        text ->
            Stream.<Function<String, String>>of(
                    Escape::line,
                    Escape::markup,
                    Escape::markdown,
                    Escape::codeBlock,
                    Escape::yaml,
                    Escape::mermaid,
                    Escape::surrogates)
                .map(escape -> escape.apply(text))
                .toList(),
        "JSON",
        text -> Json.parse(Json.write(Json.object().put(text, text))),
        "secrets",
        secrets::redact,
        "placeholders",
        text -> Template.fill(text, nothing),
        "spelling",
        text -> Spelling.suggestion(text, known),
        "an event",
        text -> new AgentView(Dialect.PLAIN).apply(event(text), false),
        "a scenario file",
        GrowthTest::load);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("works")
  void growsInProportion(Work<?> work) {
    work.nanos(1);
    long small = work.nanos(1);
    long big = work.nanos(4);

    assertThat(big)
        .as("%s: %d ns for four times what takes %d ns", work, big, small)
        .isLessThanOrEqualTo(8 * Math.max(small, FLOOR_NANOS));
  }

  private static ObjectNode event(String text) {
    return Json.object()
        .put("name", text)
        .put("target", text)
        .set("data", Json.object().put("state", text));
  }

  private static Object load(String text) {
    try {
      Path file = folder.resolve("worst.yaml");
      Files.writeString(
          file,
          "name: worst\nagents:\n  alice: ready\nsteps:\n  - agent: alice\n    sends: channel.dial\n"
              + "    sees:\n      alice:\n        - "
              + Escape.yaml("state.updated conversation state=HELD " + text)
              + "\n");
      return ScenarioReader.load(file);
    } catch (ScenarioFormatException e) {
      // Most of them are wrong, and that is said.
      return e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ActualEvent> events(int count, int kinds) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new ActualEvent(
                    "state.updated",
                    List.of("conversation"),
                    "s.c.i.v" + i % kinds,
                    Json.object().put("state", "S" + i % kinds),
                    Set.of(),
                    false))
        .toList();
  }

  private static List<ActualEvent> longNames(int count) {
    List<ActualEvent> events = new ArrayList<>(events(count, count));
    events.set(0, ActualEvent.oddity("x".repeat(count), false));
    return events;
  }

  private static Object compare(List<ActualEvent> events) {
    List<ExpectedEvent> expected =
        IntStream.range(0, 20)
            .mapToObj(i -> new ExpectedEvent("state.updated", "conversation", Map.of("state", "X")))
            .toList();
    return SequenceComparison.of(expected, events, Dialect.PLAIN).render();
  }

  private static Object remark(int count) {
    Findings findings = new Findings(List.of());
    for (int i = 0; i < count; i++) {
      findings.remark(new Deviation(DeviationKind.WHITESPACE, "blanks around " + i));
    }
    return findings;
  }

  private static JsonNode members(int count) {
    ObjectNode inner = Json.object();
    IntStream.range(0, count).forEach(i -> inner.put("k" + i, i));
    return Json.object().set("x".repeat(count), inner);
  }

  private static Object differ(JsonNode tree) {
    JsonNode inner = tree.properties().iterator().next().getValue();
    ObjectNode other = Json.object().set("x", Json.object());
    return List.of(
        JsonTrees.differences("data", tree, tree.deepCopy()),
        JsonTrees.differences("data", tree, other),
        JsonTrees.differences("data", inner, Json.object()));
  }

  private static List<WireLine> lines(int count) {
    List<WireLine> lines = new ArrayList<>();
    lines.add(
        new WireLine(
            0,
            Direction.OUT,
            "alice",
            1,
            "{\"command\":\"prepareSession\",\"data\":{\"agent\":{\"id\":\"alice\"}}}"));
    lines.add(
        new WireLine(
            1,
            Direction.IN,
            "alice",
            1,
            "{\"command\":\"prepareSession\",\"result\":\"success\",\"data\":{\"session\":\"s\"}}"));
    for (int i = 0; i < count; i++) {
      ObjectNode event = event("x");
      event.put("name", "conversation.member.added").put("target", "s.c.i.v" + i);
      event.set("data", Json.object().set("member", Json.object().put("address", "a" + i)));
      lines.add(new WireLine(i, Direction.IN, "alice", 1, Json.write(event)));
    }
    return lines;
  }

  private static Object convert(List<WireLine> lines) {
    return ScenarioWriter.write(
        TranscriptConverter.toScenario(new Transcript(lines, false), "worst", "worst.jsonl"));
  }

  private static Object diff(List<WireLine> left, List<WireLine> right) {
    return TranscriptDiff.of(new Transcript(left, false), new Transcript(right, false)).text();
  }
}
