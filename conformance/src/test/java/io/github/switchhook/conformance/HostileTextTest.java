package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.profile.Ordering;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.report.RunDirectory;
import io.github.switchhook.conformance.session.Limits;
import io.github.switchhook.conformance.text.Nasty;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A target sends control characters, markup and text that cannot be encoded, in every place that
 * takes text.
 */
@Timeout(60)
class HostileTextTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  /** The places where a target can put a text, each a change of the script's answer to a dial. */
  enum Place {
    EVENT_NAME,
    TARGET,
    STATE,
    ADDRESS,
    KEY,
    ACTION,
    CODE,
    MESSAGE,
    COMMAND,
    ECHO,
    ODD_TEXT,
    CLOSE_REASON,
    EVERYWHERE;

    List<String> put(List<String> lines, String nasty) {
      List<String> changed = new ArrayList<>(lines);
      switch (this) {
        case EVENT_NAME -> change(changed, 2, line -> line.put("name", nasty));
        case TARGET -> change(changed, 2, line -> line.put("target", nasty));
        case STATE -> change(changed, 2, line -> line.set("data", data(line).put("state", nasty)));
        case ADDRESS ->
            change(
                changed,
                7,
                line ->
                    line.set(
                        "data", data(line).set("member", Json.object().put("address", nasty))));
        case KEY -> change(changed, 0, line -> line.set("data", data(line).put(nasty, nasty)));
        case ACTION ->
            change(changed, 2, line -> line.set("data", data(line).set("actions", array(nasty))));
        case CODE -> refuse(changed, nasty, "no");
        case MESSAGE -> refuse(changed, "no", nasty);
        case COMMAND -> change(changed, 0, line -> line.put("command", nasty));
        case ECHO ->
            change(changed, 0, line -> line.set("data", data(line).put("destination", nasty)));
        case ODD_TEXT -> changed.add(3, nasty);
        case CLOSE_REASON -> changed.add(3, FakeSwitch.CLOSE + nasty);
        case EVERYWHERE ->
            IntStream.range(1, changed.size())
                .forEach(
                    i ->
                        change(
                            changed,
                            i,
                            line ->
                                line.put("name", nasty)
                                    .put("target", nasty)
                                    .set("data", Json.object().put(nasty, nasty))));
      }
      return changed;
    }

    private static ObjectNode data(ObjectNode line) {
      return line.withObject("/data");
    }

    private static ArrayNode array(String element) {
      return Json.object().arrayNode().add(element);
    }

    private static void refuse(List<String> lines, String code, String message) {
      change(
          lines,
          0,
          line ->
              line.put("result", "failure")
                  .set("failure", Json.object().put("code", code).put("message", message)));
    }

    /** Changes a line and writes it as ASCII, so that a lone surrogate comes as its escape. */
    private static void change(List<String> lines, int at, UnaryOperator<ObjectNode> change) {
      JsonNode line = Json.parse(lines.get(at)).orElseThrow();
      lines.set(at, Ascii.write(change.apply((ObjectNode) line)));
    }
  }

  static Stream<Place> places() {
    return Stream.of(Place.values());
  }

  @ParameterizedTest
  @MethodSource("places")
  void theRunGoesOnAndNothingIsForged(Place place) throws Exception {
    long lines = run(place, "harmless", folder.resolve("harmless")).pretty(false).lines().count();
    for (String nasty : Nasty.TEXTS) {
      Path directory = folder.resolve("run");
      Report report = run(place, nasty, directory);

      ScenarioResult result = KitFixture.scenario(report, "Dialling");
      assertThat(result.verdict())
          .as(report.pretty(false))
          .isEqualTo(place == Place.ACTION ? Verdict.PASS : Verdict.FAIL);
      assertThat(KitFixture.scenario(report, "Activating").verdict()).isEqualTo(Verdict.PASS);
      assertThat(report.pretty(false).lines()).as(report.pretty(false)).hasSize((int) lines);
      assertHarmless(report.pretty(false));
      assertHarmless(report.markdown());
      assertHarmless(report.json());
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          // Throws where it is no UTF-8.
          assertHarmless(Files.readString(file));
        }
      }
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(directory.resolve("junit.xml").toFile());
      assertThat(Json.parse(Files.readString(directory.resolve("results.json")))).isPresent();
      for (String file : List.of("wire.ndjson", "messages.ndjson")) {
        assertThat(Files.readString(directory.resolve(file)).lines())
            .allMatch(line -> Json.parse(line).isPresent());
      }
    }
  }

  private static Report run(Place place, String nasty, Path directory) throws IOException {
    FakeSwitch fake = FakeSwitch.withFault("channel.dial", lines -> place.put(lines, nasty));
    try (RunDirectory files = RunDirectory.begin(directory)) {
      Report report =
          KitFixture.run(
              fake,
              KitFixture.target(new Ordering.ByBarrier(), Dialect.PLAIN),
              new RunOptions(
                  List.of(),
                  Shard.WHOLE,
                  false,
                  0,
                  files::add,
                  Optional.of(files::addMessages),
                  Limits.DEFAULT));
      files.finish(report);
      return report;
    }
  }

  private static void assertHarmless(String text) {
    assertThat(Nasty.hidden(text)).isEmpty();
  }

  /** Writes JSON in ASCII, with escapes for all other characters. */
  private static final class Ascii {
    private Ascii() {}

    static String write(JsonNode node) {
      StringBuilder out = new StringBuilder();
      node.toString()
          .chars()
          .forEach(c -> out.append(c < 0x7f ? Character.toString(c) : String.format("\\u%04x", c)));
      return out.toString();
    }
  }
}
