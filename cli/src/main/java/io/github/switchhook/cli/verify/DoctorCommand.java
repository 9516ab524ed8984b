package io.github.switchhook.cli.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.cli.JsonOption;
import io.github.switchhook.cli.OpenTarget;
import io.github.switchhook.cli.TargetOption;
import io.github.switchhook.conformance.diagnosis.Doctor;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.verdict.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code switchhook doctor}: finds out why a target cannot be verified. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Go from the network up to the first session, say at which step a switch cannot be"
            + " verified, and what to look at.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook doctor --target my.yaml",
      "  switchhook doctor --target my.yaml --format json",
      "  switchhook doctor                     the built-in switch, to see what all is well looks"
          + " like",
      "",
      "Exit codes: 0 ready to verify, 1 the profile does not fit, 2 usage, 3 target unreachable or",
      "login failed, 4 Switchhook itself failed."
    })
public final class DoctorCommand implements Callable<Integer> {
  private static final String INDENT = " ".repeat(15);

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Mixin private final TargetOption target = new TargetOption();

  @Mixin private final JsonOption format = new JsonOption();

  @Override
  public Integer call() throws IOException {
    try (OpenTarget openTarget = target.open(true, spec)) {
      List<Doctor.Check> checks =
          Doctor.examine(openTarget.target(), openTarget.stimulus(), Clock.systemUTC());
      PrintWriter out = spec.commandLine().getOut();
      if (format.isJson()) {
        out.println(Json.pretty(json(openTarget.target().name(), checks)));
      } else {
        checks.forEach(check -> print(check, out));
      }
      out.flush();
      return exitCode(checks);
    }
  }

  public static void print(Doctor.Check check, PrintWriter out) {
    String name = String.format(Locale.ROOT, "%-12s", Escape.line(check.name()));
    out.println(mark(check.state()) + " " + name + " " + indented(check.found()));
    if (!check.advice().isEmpty()) {
      out.println(INDENT + "-> " + indented(check.advice()));
    }
  }

  private static String indented(String text) {
    return Escape.lines(text).replace("\n", "\n" + INDENT);
  }

  private static ObjectNode json(String target, List<Doctor.Check> checks) {
    ObjectNode json = Json.object().put("target", target).put("ready", exitCode(checks) == 0);
    ArrayNode steps = json.putArray("steps");
    for (Doctor.Check check : checks) {
      ObjectNode step = steps.addObject().put("step", check.name());
      step.put("state", check.state().name()).put("found", check.found());
      if (!check.advice().isEmpty()) {
        step.put("advice", check.advice());
      }
    }
    return json;
  }

  private static int exitCode(List<Doctor.Check> checks) {
    return checks.stream()
        .map(Doctor.Check::state)
        .mapToInt(
            state ->
                switch (state) {
                  case OK, NOTE -> ExitCode.OK;
                  case MISFIT -> ExitCode.NOT_CONFORMANT;
                  case FAILED -> ExitCode.UNREACHABLE;
                })
        .max()
        .orElse(ExitCode.OK);
  }

  private static String mark(Doctor.State state) {
    return switch (state) {
      case OK -> "✓";
      case NOTE -> "-";
      case MISFIT, FAILED -> "✗";
    };
  }
}
