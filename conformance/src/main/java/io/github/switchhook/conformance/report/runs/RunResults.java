package io.github.switchhook.conformance.report.runs;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.report.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The part of a run directory's results.json by which runs are compared. Verdicts are words,
 * because runs of other versions must be readable too.
 *
 * @param name the directory as it was given
 * @param target the target's name
 * @param verdict success, partial or failure
 * @param profiles what became of each, such as {@code success 34/34}
 * @param requirements verdict by id, in the order of the register
 * @param scenarios verdict by file and name; rows of an outline that share a name are counted
 */
public record RunResults(
    String name,
    String target,
    String verdict,
    Map<String, String> profiles,
    Map<String, String> requirements,
    Map<String, String> scenarios) {

  /** The verdicts from best to worst, for comparing; a claim withdrawn is better than a failure. */
  private static final List<String> FROM_BEST =
      List.of(
          "PASS",
          "XPASS",
          "WARN",
          "WAIVED",
          "NOT_APPLICABLE",
          "NOT_SUPPORTED",
          "INCONCLUSIVE",
          "FAIL",
          "ERROR");

  /** The verdicts of a requirement that holds; one waived without need holds too. */
  private static final List<String> HOLDING = List.of("PASS", "XPASS");

  /** Tells whether there is a finished run. */
  public static boolean isRun(Path directory) {
    return Files.isRegularFile(directory.resolve(RunDirectory.RESULTS));
  }

  /**
   * Reads a run directory.
   *
   * @throws IllegalArgumentException if there is none; the message says what was expected
   */
  public static RunResults read(Path directory) {
    JsonNode json = json(directory);
    Map<String, String> profiles = new LinkedHashMap<>();
    json.path("profiles")
        .forEach(profile -> profiles.put(profile.path("profile").asText(), profile(profile)));
    Map<String, String> requirements = new LinkedHashMap<>();
    json.path("requirements")
        .forEach(each -> requirements.put(each.path("id").asText(), each.path("verdict").asText()));
    Map<String, String> scenarios = new LinkedHashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (JsonNode each : json.path("scenarios")) {
      // The line may be another one in another version of the features.
      String file = each.path("feature").asText().replaceFirst(":\\d+$", "");
      String key = file.substring(file.lastIndexOf('/') + 1) + ": " + each.path("name").asText();
      int times = seen.merge(key, 1, Integer::sum);
      scenarios.put(times == 1 ? key : key + " (" + times + ")", each.path("verdict").asText());
    }
    return new RunResults(
        directory.toString(),
        json.path("target").asText(),
        json.path("verdict").asText(),
        profiles,
        requirements,
        scenarios);
  }

  static JsonNode json(Path directory) {
    Path file = directory.resolve(RunDirectory.RESULTS);
    try {
      return Json.parse(Files.readString(file))
          .filter(json -> json.path("scenarios").isArray())
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "expected the results of a run in " + file + ", got something else"));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "expected a run directory, with "
              + RunDirectory.RESULTS
              + " in it, got "
              + directory
              + (Files.exists(directory.resolve(RunDirectory.WIRE))
                  ? ", whose run did not end"
                  : ""),
          e);
    }
  }

  /** Counts how many requirements hold. */
  long passing() {
    return requirements.values().stream().filter(HOLDING::contains).count();
  }

  /** Compares two verdicts: negative if the first is the better one. */
  static int compare(String one, String other) {
    return Integer.compare(rank(one), rank(other));
  }

  static String words(String verdict) {
    return verdict.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static int rank(String verdict) {
    int rank = FROM_BEST.indexOf(verdict);
    if (rank < 0) {
      throw new IllegalArgumentException("expected one of " + FROM_BEST + ", got " + verdict);
    }
    return rank;
  }

  private static String profile(JsonNode profile) {
    int all = 0;
    int holding = 0;
    for (String verdict : HOLDING) {
      holding += profile.path("totals").path(verdict).asInt();
    }
    for (JsonNode count : profile.path("totals")) {
      all += count.asInt();
    }
    String word =
        profile.path("claimed").asBoolean(true) ? profile.path("verdict").asText() : "not claimed";
    return word + " " + holding + "/" + all;
  }
}
