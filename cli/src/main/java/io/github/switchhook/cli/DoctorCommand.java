package io.github.switchhook.cli;

import io.github.switchhook.conformance.Doctor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code switchhook doctor}: why a target cannot be verified. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Go from the network up to the first session, say at which step a switch cannot be"
            + " verified, and what to look at.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook doctor --target my.yaml",
      "  switchhook doctor                     the built-in switch, to see what all is well looks"
          + " like",
      "",
      "Exit codes: 0 ready to verify, 1 the profile does not fit, 2 usage, 3 target unreachable or",
      "login failed, 4 Switchhook itself failed."
    })
final class DoctorCommand implements Callable<Integer> {
  private static final int UNREACHABLE = 3;
  private static final Set<String> ABOUT_THE_PROFILE =
      Set.of("events", "channel", "order", "reset");

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--target",
      paramLabel = "FILE",
      description = "Profile of the switch to look at; without it, the built-in one.")
  private @Nullable Path targetFile;

  @Override
  public Integer call() throws IOException {
    try (TestBed bed = TestBed.open(targetFile, true, spec)) {
      List<Doctor.Check> checks = Doctor.examine(bed.target(), bed.stimulus());
      PrintWriter out = spec.commandLine().getOut();
      for (Doctor.Check check : checks) {
        out.printf(Locale.ROOT, "%s %-12s %s%n", mark(check.state()), check.name(), check.found());
        if (!check.advice().isEmpty()) {
          out.printf("  %-12s -> %s%n", "", check.advice());
        }
      }
      out.flush();
      return exitCode(checks);
    }
  }

  private static int exitCode(List<Doctor.Check> checks) {
    return checks.stream()
        .filter(check -> check.state() == Doctor.State.FAILED)
        .mapToInt(check -> ABOUT_THE_PROFILE.contains(check.name()) ? 1 : UNREACHABLE)
        .max()
        .orElse(0);
  }

  private static String mark(Doctor.State state) {
    return switch (state) {
      case OK -> "✓";
      case NOTE -> "-";
      case FAILED -> "✗";
    };
  }
}
