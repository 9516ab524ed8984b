package io.github.switchhook.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.switchhook.fixtures.Register;
import io.github.switchhook.fixtures.Requirement;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code switchhook waivers}: writes waivers for what a run found. */
@Command(
    name = "waivers",
    mixinStandardHelpOptions = true,
    description = {
      "Print waivers, to be put into a profile, for all that a run found not to hold. A waived"
          + " requirement is still tried; a waiver that is no longer needed, or has expired, ends"
          + " verify with 5."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook waivers switchhook-run >> my.yaml",
      "  switchhook waivers run --reason \"fixed in 4.3\" --link https://tracker/42 --expires"
          + " 2027-03-31",
    })
final class WaiversCommand implements Callable<Integer> {
  private static final int DEFAULT_DAYS = 90;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "Run directory of verify.")
  private Path run = Path.of("switchhook-run");

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why it is borne; without it, what was found.")
  private @Nullable String reason;

  @Option(names = "--link", paramLabel = "URL", description = "Where the matter is tracked.")
  private @Nullable String link;

  @Option(
      names = "--expires",
      paramLabel = "DAY",
      description = "Last day of the waivers, such as 2027-03-31; 90 days from now without it.")
  private @Nullable LocalDate expires;

  @Option(names = "--warnings", description = "Waive warnings too, for verify --strict.")
  private boolean warnings;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() {
    Register register = Register.load();
    LocalDate today = LocalDate.now(clock);
    List<String> entries =
        findings().entrySet().stream()
            .map(entry -> entry(register, entry.getKey(), entry.getValue(), today))
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    out.println(entries.isEmpty() ? "waivers: []" : "waivers:");
    entries.forEach(out::print);
    out.flush();
    return 0;
  }

  /** Returns the worst verdict for each requirement that something heavy enough speaks against. */
  private SortedMap<String, String> findings() {
    List<String> waived =
        warnings ? List.of("WARN", "INCONCLUSIVE", "FAIL") : List.of("INCONCLUSIVE", "FAIL");
    SortedMap<String, String> found = new TreeMap<>();
    for (JsonNode scenario : results().path("scenarios")) {
      for (JsonNode finding : scenario.path("findings")) {
        String verdict = finding.path("verdict").asText();
        if (waived.contains(verdict)) {
          finding
              .path("charged")
              .forEach(
                  id ->
                      found.merge(
                          id.asText(),
                          verdict,
                          (one, other) ->
                              waived.indexOf(one) > waived.indexOf(other) ? one : other));
        }
      }
    }
    return found;
  }

  private JsonNode results() {
    Path file = run.resolve("results.json");
    try {
      return new ObjectMapper().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "expected a run directory with results.json, got " + run, e);
    }
  }

  private String entry(Register register, String id, String verdict, LocalDate today) {
    String sentence = register.find(id).map(Requirement::sentence).orElse("");
    String why = reason == null ? verdict + " on " + today + ": " + sentence : reason;
    return "  - id: "
        + id
        + "\n    reason: "
        + quoted(why)
        + (link == null ? "" : "\n    link: " + quoted(link))
        + "\n    expires: \""
        + (expires == null ? today.plusDays(DEFAULT_DAYS) : expires)
        + "\"\n";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
