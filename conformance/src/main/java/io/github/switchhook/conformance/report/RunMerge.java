package io.github.switchhook.conformance.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.target.Waiver;
import io.github.switchhook.conformance.verdict.Finding;
import io.github.switchhook.conformance.verdict.Judgement;
import io.github.switchhook.conformance.verdict.Outcome;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.verdict.Waivers;
import io.github.switchhook.conformance.wire.Json;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Joins the run directories of shards into one report, judged anew as if it had been one run. The
 * runs must have been made with the same features.
 */
public final class RunMerge {
  private final Map<String, Scenario> scenarios;
  private final Map<String, Requirement> requirements;
  private final Map<String, ScenarioResult> results = new LinkedHashMap<>();
  private final Map<String, ScenarioResult> surveyed = new LinkedHashMap<>();
  private final Map<String, Path> from = new HashMap<>();
  private final Map<String, Scenario> notRun = new LinkedHashMap<>();
  private final Map<String, Waiver> waivers = new LinkedHashMap<>();
  private final Set<ProfileOverride> overrides = new LinkedHashSet<>();
  private final List<String> problems = new ArrayList<>();
  private Optional<Instant> begun = Optional.empty();
  private LocalDate lastDay = LocalDate.EPOCH;

  private RunMerge(Catalogue catalogue) {
    this.scenarios =
        catalogue.scenarios().stream()
            .collect(
                Collectors.toMap(
                    Scenario::place, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    this.requirements =
        catalogue.requirements().stream()
            .collect(Collectors.toMap(Requirement::id, Function.identity()));
  }

  /**
   * Joins runs. Scenarios that none of them played make the outcome partial at best.
   *
   * @param strict whether a warning counts as a failure
   * @throws IllegalArgumentException if one is no run directory, two have played the same scenario
   *     or verified different targets, or one was made with other features
   */
  public static Report of(Catalogue catalogue, List<Path> runs, boolean strict) {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("expected at least one run directory, got none");
    }
    JsonNode first = RunResults.json(runs.get(0));
    Catalogue weighed = catalogue.withLevels(levels(runs));
    RunMerge merge = new RunMerge(weighed);
    long millis = 0;
    for (Path run : runs) {
      JsonNode json = RunResults.json(run);
      if (!json.path("target").equals(first.path("target"))) {
        throw new IllegalArgumentException(
            "expected runs of one target, got "
                + first.path("target").asText()
                + " in "
                + runs.get(0)
                + " and "
                + json.path("target").asText()
                + " in "
                + run);
      }
      merge.add(run, json);
      millis = Math.max(millis, json.path("durationMillis").asLong());
    }
    return merge.report(weighed, only(runs), first, strict, Duration.ofMillis(millis));
  }

  /** A target may weigh a requirement otherwise than the register does. */
  private static Map<String, Level> levels(List<Path> runs) {
    Map<String, Level> levels = new HashMap<>();
    for (Path run : runs) {
      RunResults.json(run)
          .path("requirements")
          .forEach(
              each ->
                  levels.put(each.path("id").asText(), Level.valueOf(each.path("level").asText())));
    }
    return levels;
  }

  /**
   * Returns what any of the runs was confined to; nothing if one of them was to play everything.
   */
  private static List<String> only(List<Path> runs) {
    Set<String> only = new LinkedHashSet<>();
    for (Path run : runs) {
      List<String> words = texts(RunResults.json(run).path("only")).toList();
      if (words.isEmpty()) {
        return List.of();
      }
      only.addAll(words);
    }
    return List.copyOf(only);
  }

  private Report report(
      Catalogue catalogue, List<String> only, JsonNode first, boolean strict, Duration duration) {
    List<Requirement> judged = only.isEmpty() ? catalogue.requirements() : catalogue.select(only);
    List<ScenarioResult> played =
        scenarios.keySet().stream()
            .flatMap(place -> Stream.ofNullable(results.get(place)))
            .toList();
    boolean selected = !only.isEmpty() || played.size() < scenarios.size();
    Set<Scenario> done = played.stream().map(ScenarioResult::scenario).collect(Collectors.toSet());
    Waivers weighed =
        Waivers.of(List.copyOf(waivers.values()), lastDay).where(catalogue.wholly(done));
    notRun.values().removeAll(done);
    played = Stream.concat(surveyed.values().stream(), played.stream()).toList();
    Judgement judgement = Judgement.of(judged, played, selected, strict, weighed);
    if (!problems.isEmpty()) {
      judgement =
          new Judgement(
              judgement.requirements(),
              judgement.profiles(),
              Outcome.FAILURE,
              Report.UNREACHABLE,
              judgement.waivers());
    }
    return new Report(
        first.path("target").asText(),
        first.path("url").asText(),
        only,
        List.copyOf(overrides),
        judgement,
        played,
        List.copyOf(notRun.values()),
        problems.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", problems)),
        first.path("seed").asLong(),
        begun,
        duration);
  }

  private void add(Path run, JsonNode json) {
    if (json.has("problem")) {
      problems.add(run + ": " + json.path("problem").asText());
    }
    addWaivers(json);
    json.path("overrides").forEach(each -> overrides.add(overridden(each)));
    for (JsonNode each : json.path("notRun")) {
      Scenario scenario = scenario(run, each);
      notRun.put(scenario.place(), scenario);
    }
    Map<String, List<WireLine>> wire = wire(run);
    for (JsonNode each : json.path("scenarios")) {
      String place = each.path("feature").asText();
      if (place.startsWith(Scenario.SURVEY)) {
        // Every shard begins with the same look at the target.
        surveyed.put(place, result(surveyed(each), each, List.of()));
        continue;
      }
      Scenario scenario = scenario(run, each);
      Path other = from.put(place, run);
      if (other != null) {
        throw new IllegalArgumentException(
            "expected runs of different scenarios, got " + place + " in " + other + " and " + run);
      }
      results.put(place, result(scenario, each, wire.getOrDefault(place, List.of())));
    }
  }

  /** Whether a waiver had expired is a matter of the day of the last shard, not of today. */
  private void addWaivers(JsonNode json) {
    if (json.has("begun")) {
      Instant then = Instant.parse(json.path("begun").asText());
      LocalDate day = LocalDate.ofInstant(then, ZoneOffset.UTC);
      begun = begun.filter(earlier -> earlier.isBefore(then)).or(() -> Optional.of(then));
      lastDay = day.isAfter(lastDay) ? day : lastDay;
    }
    for (JsonNode each : json.path("waivers")) {
      String id = each.path("id").asText();
      waivers.putIfAbsent(
          id,
          new Waiver(
              id,
              each.path("reason").asText(),
              each.path("link").textValue(),
              LocalDate.parse(each.path("expires").asText())));
    }
  }

  private static ProfileOverride overridden(JsonNode json) {
    return new ProfileOverride(
        json.path("id").asText(),
        Level.valueOf(json.path("level").asText()),
        Optional.ofNullable(json.path("instead").textValue()).map(Level::valueOf),
        json.path("events").asBoolean(),
        Optional.ofNullable(json.path("scenario").textValue()),
        json.path("reason").asText(),
        json.path("reference").asText());
  }

  private Scenario scenario(Path run, JsonNode json) {
    String place = json.path("feature").asText();
    Scenario scenario = scenarios.get(place);
    if (scenario == null || !scenario.name().equals(json.path("name").asText())) {
      throw new IllegalArgumentException(
          "expected runs made with these features, got "
              + json.path("name").asText()
              + " at "
              + place
              + " in "
              + run);
    }
    return scenario;
  }

  private static Scenario surveyed(JsonNode json) {
    String place = json.path("feature").asText();
    int line = Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
    return new Scenario(json.path("name").asText(), Scenario.SURVEY, line, List.of(), List.of());
  }

  private ScenarioResult result(Scenario scenario, JsonNode json, List<WireLine> wire) {
    List<Finding> findings = new ArrayList<>();
    for (JsonNode each : json.path("findings")) {
      findings.add(
          new Finding(
              Verdict.valueOf(each.path("verdict").asText()),
              texts(each.path("kinds")).map(DeviationKind::valueOf).toList(),
              texts(each.path("charged"))
                  .flatMap(id -> Stream.ofNullable(requirements.get(id)))
                  .toList(),
              each.path("text").asText()));
    }
    return new ScenarioResult(
        scenario,
        findings,
        json.path("complete").asBoolean(),
        Duration.ofNanos(json.path("durationMicros").asLong() * 1_000),
        wire);
  }

  private static Stream<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts.stream();
  }

  private static Map<String, List<WireLine>> wire(Path run) {
    Map<String, List<WireLine>> wire = new HashMap<>();
    try (Stream<String> lines = Files.lines(run.resolve(RunDirectory.WIRE))) {
      lines
          .flatMap(line -> Json.parse(line).stream())
          .filter(json -> !json.path("direction").asText().equals(RunDirectory.VERDICT))
          .forEach(
              json ->
                  wire.computeIfAbsent(json.path("scenario").asText(), place -> new ArrayList<>())
                      .add(line(json)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the wire of " + run, e);
    }
    return wire;
  }

  private static WireLine line(JsonNode json) {
    return new WireLine(
        json.path("micros").asLong(),
        WireLine.Direction.valueOf(json.path("direction").asText().toUpperCase(Locale.ROOT)),
        json.path("agent").asText(),
        json.path("connection").asInt(),
        json.path("text").asText());
  }
}
