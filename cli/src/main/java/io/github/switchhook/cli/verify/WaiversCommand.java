package io.github.switchhook.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.switchhook.cli.files.WholeFile;
import io.github.switchhook.conformance.profile.ProfileWaivers;
import io.github.switchhook.conformance.profile.Waiver;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.verdict.ExitCode;
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
import java.util.stream.Collectors;
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
      "Print waivers for all that a run found not to hold, or add them to a profile. A waived"
          + " requirement is still tried; a waiver that is no longer needed, or has expired, ends"
          + " verify with 5."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook waivers switchhook-run                 shows them",
      "  switchhook waivers switchhook-run --into my.yaml  adds what is new",
      "  switchhook waivers run --reason \"fixed in 4.3\" --link https://tracker/42 --expires"
          + " 2027-03-31",
    })
public final class WaiversCommand implements Callable<Integer> {
  private static final int DEFAULT_DAYS = 90;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "Run directory of verify.")
  private Path run = Path.of("switchhook-run");

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why it is accepted; without it, what was found.")
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

  @Option(
      names = "--into",
      paramLabel = "FILE",
      description =
          "Add what is new to the waivers of this profile; the rest of the file stays as it is.")
  private @Nullable Path into;

  @Override
  public Integer call() {
    Register register = Register.load();
    LocalDate today = LocalDate.now(clock);
    JsonNode results = results();
    List<Waiver> found =
        findings(results).entrySet().stream()
            .map(entry -> waiver(register, entry.getKey(), entry.getValue(), today))
            .toList();
    if (into != null) {
      add(into, found, today);
    } else {
      print(found, results.has("waivers"));
    }
    return ExitCode.OK;
  }

  private void print(List<Waiver> found, boolean profileHasSome) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(found.isEmpty() ? "# nothing to waive\n" : ProfileWaivers.render(found));
    out.flush();
    if (profileHasSome && !found.isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "switchhook: the profile of this run has waivers already; --into FILE adds these");
      err.flush();
    }
  }

  private void add(Path profile, List<Waiver> found, LocalDate today) {
    try {
      ProfileWaivers waivers = ProfileWaivers.in(Files.readString(profile));
      List<Waiver> added = waivers.missing(found, today);
      if (!added.isEmpty()) {
        WholeFile.write(profile, waivers.with(added));
      }
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          added.isEmpty()
              ? "Nothing to add to " + profile
              : "Added to " + profile + ": " + Escape.line(ids(added)));
      out.flush();
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "--into: expected a profile that can be changed, got " + profile, e);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--into " + profile + ": " + e.getMessage(), e);
    }
  }

  private static String ids(List<Waiver> waivers) {
    return waivers.stream().map(Waiver::id).collect(Collectors.joining(" "));
  }

  /** Returns the worst verdict for each requirement against which something heavy enough counts. */
  private SortedMap<String, String> findings(JsonNode results) {
    List<String> waived =
        warnings ? List.of("WARN", "INCONCLUSIVE", "FAIL") : List.of("INCONCLUSIVE", "FAIL");
    SortedMap<String, String> found = new TreeMap<>();
    for (JsonNode scenario : results.path("scenarios")) {
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

  private Waiver waiver(Register register, String id, String verdict, LocalDate today) {
    String sentence = register.find(id).map(Requirement::sentence).orElse("");
    return new Waiver(
        id,
        reason == null ? verdict + " on " + today + ": " + sentence : reason,
        link,
        expires == null ? today.plusDays(DEFAULT_DAYS) : expires);
  }
}
