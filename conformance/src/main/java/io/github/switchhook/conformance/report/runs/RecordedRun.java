package io.github.switchhook.conformance.report.runs;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.profile.Waiver;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.report.ProfileOverride;
import io.github.switchhook.conformance.report.RunDirectory;
import io.github.switchhook.conformance.verdict.Ending;
import io.github.switchhook.conformance.verdict.Finding;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.fixtures.Level;
import io.github.switchhook.fixtures.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A run directory, read back into what it was written from.
 *
 * @param directory where it is
 * @param json its results.json
 */
record RecordedRun(Path directory, JsonNode json) {
  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is not a run directory
   */
  static RecordedRun read(Path directory) {
    return new RecordedRun(directory, RunResults.json(directory));
  }

  String target() {
    return json.path("target").asText();
  }

  String url() {
    return json.path("url").asText();
  }

  long seed() {
    return json.path("seed").asLong();
  }

  Duration duration() {
    return Duration.ofMillis(json.path("durationMillis").asLong());
  }

  Optional<Instant> begun() {
    return Optional.ofNullable(json.path("begun").textValue()).map(Instant::parse);
  }

  Optional<String> problem() {
    return Optional.ofNullable(json.path("problem").textValue());
  }

  /** Returns what the run was confined to; empty for everything. */
  List<String> only() {
    return texts(json.path("only"));
  }

  /** Returns how much each requirement weighed in it, by id. */
  Map<String, Level> levels() {
    Map<String, Level> levels = new HashMap<>();
    json.path("requirements")
        .forEach(
            each ->
                levels.put(each.path("id").asText(), Level.valueOf(each.path("level").asText())));
    return levels;
  }

  List<Waiver> waivers() {
    return map(
        "waivers",
        each ->
            new Waiver(
                each.path("id").asText(),
                each.path("reason").asText(),
                each.path("link").textValue(),
                LocalDate.parse(each.path("expires").asText())));
  }

  List<ProfileOverride> overrides() {
    return map(
        "overrides",
        each ->
            new ProfileOverride(
                each.path("id").asText(),
                Level.valueOf(each.path("level").asText()),
                Optional.ofNullable(each.path("instead").textValue()).map(Level::valueOf),
                each.path("events").asBoolean(),
                Optional.ofNullable(each.path("scenario").textValue()),
                each.path("reason").asText(),
                each.path("reference").asText()));
  }

  /**
   * Returns what the run should have played and did not.
   *
   * @throws IllegalArgumentException if the catalogue has another scenario there
   */
  List<Scenario> notRun(Catalogue catalogue) {
    Map<String, Scenario> scenarios = byPlace(catalogue);
    return map("notRun", each -> scenario(scenarios, each));
  }

  /** Returns why the run ended early, if it did. */
  Ending ending() {
    return json.path("notRun").isEmpty()
        ? Ending.COMPLETE
        : Ending.of(json.path("ending").asText(Ending.INTERRUPTED.word()));
  }

  /**
   * Returns what was played, and the look at the target before, by place.
   *
   * @throws IllegalArgumentException if the catalogue has another scenario there
   */
  Map<String, ScenarioResult> results(Catalogue catalogue) {
    Map<String, Scenario> scenarios = byPlace(catalogue);
    Map<String, Requirement> requirements =
        catalogue.requirements().stream()
            .collect(Collectors.toMap(Requirement::id, Function.identity()));
    Map<String, List<WireLine>> wire = wire();
    Map<String, ScenarioResult> results = new LinkedHashMap<>();
    for (JsonNode each : json.path("scenarios")) {
      String place = each.path("feature").asText();
      Scenario scenario =
          place.startsWith(Scenario.SURVEY) ? surveyed(each) : scenario(scenarios, each);
      results.put(
          place,
          new ScenarioResult(
              scenario,
              findings(each, requirements),
              each.path("complete").asBoolean(),
              Duration.ofNanos(each.path("durationMicros").asLong() * 1_000),
              wire.getOrDefault(place, List.of())));
    }
    return results;
  }

  private static Map<String, Scenario> byPlace(Catalogue catalogue) {
    return catalogue.scenarios().stream()
        .collect(Collectors.toMap(Scenario::place, Function.identity(), (a, b) -> a));
  }

  private Scenario scenario(Map<String, Scenario> scenarios, JsonNode each) {
    String place = each.path("feature").asText();
    Scenario scenario = scenarios.get(place);
    if (scenario == null || !scenario.name().equals(each.path("name").asText())) {
      throw new IllegalArgumentException(
          "expected runs made with these features, got "
              + each.path("name").asText()
              + " at "
              + place
              + " in "
              + directory);
    }
    return scenario;
  }

  private static Scenario surveyed(JsonNode each) {
    String place = each.path("feature").asText();
    int line = Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
    return new Scenario(each.path("name").asText(), Scenario.SURVEY, line, List.of(), List.of());
  }

  private static List<Finding> findings(JsonNode each, Map<String, Requirement> requirements) {
    List<Finding> findings = new ArrayList<>();
    for (JsonNode finding : each.path("findings")) {
      findings.add(
          new Finding(
              Verdict.valueOf(finding.path("verdict").asText()),
              texts(finding.path("kinds")).stream().map(DeviationKind::valueOf).toList(),
              texts(finding.path("charged")).stream()
                  .flatMap(id -> Stream.ofNullable(requirements.get(id)))
                  .toList(),
              finding.path("text").asText()));
    }
    return findings;
  }

  private Map<String, List<WireLine>> wire() {
    try (Stream<String> lines = Files.lines(directory.resolve(RunDirectory.WIRE))) {
      return lines
          .flatMap(line -> Json.parse(line).stream())
          .filter(line -> !line.path("direction").asText().equals(RunDirectory.VERDICT))
          .collect(
              Collectors.groupingBy(
                  line -> line.path("scenario").asText(),
                  Collectors.mapping(RecordedRun::line, Collectors.toList())));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the wire of " + directory, e);
    }
  }

  private static WireLine line(JsonNode line) {
    String text = line.path("text").asText();
    return new WireLine(
        line.path("micros").asLong(),
        WireLine.Direction.valueOf(line.path("direction").asText().toUpperCase(Locale.ROOT)),
        line.path("agent").asText(),
        line.path("connection").asInt(),
        text,
        line.path("plain").asText(text));
  }

  private <T> List<T> map(String array, Function<JsonNode, T> function) {
    return StreamSupport.stream(json.path(array).spliterator(), false).map(function).toList();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
