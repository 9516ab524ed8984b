package io.github.switchhook.cli;

import io.github.switchhook.conformance.Kit;
import io.github.switchhook.conformance.RunOptions;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.target.Stimulus;
import io.github.switchhook.conformance.target.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code switchhook verify}: plays the kit against a switch. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Prove every documented command over a real WebSocket, against the built-in switch or your"
          + " own, and say what holds and what does not."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook verify",
      "  switchhook verify --target my.yaml --out run",
      "  switchhook verify --only channel.dial --only SWH-HOLD",
      "  switchhook verify --format json | jq .verdict",
      "",
      "Exit codes: 0 conformant, 1 not conformant, 2 usage, 3 target unreachable or login failed,",
      "4 Switchhook itself failed, 5 a waiver is stale: it expired, or what it excuses passes."
    })
final class VerifyCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--target",
      paramLabel = "FILE",
      description = "Profile of the switch to verify; without it, the built-in one.")
  private @Nullable Path targetFile;

  @Option(
      names = "--only",
      arity = "1..*",
      paramLabel = "ID-OR-COMMAND",
      description =
          "Play only what proves these requirements (ids or their beginnings) or commands. The"
              + " result is then partial at most.")
  private List<String> only = List.of();

  @Option(
      names = "--format",
      defaultValue = "pretty",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}); json prints nothing but JSON.")
  private Format format = Format.PRETTY;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "switchhook-run",
      description = "Run directory: results.json, summary.md, junit.xml, … (${DEFAULT-VALUE}).")
  private Path out = Path.of("switchhook-run");

  @Option(names = "--strict", description = "Fail on warnings too: a SHOULD that does not hold.")
  private boolean strict;

  @Option(
      names = "--seed",
      defaultValue = "0",
      description = "Shuffle the scenarios with this seed; 0 keeps the order (${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() throws IOException {
    try (TestBed bed = TestBed.open(targetFile, true, spec)) {
      return run(bed.target(), bed.stimulus());
    }
  }

  private int run(Target target, Stimulus stimulus) {
    Kit kit = Kit.load();
    if (!only.isEmpty() && kit.catalogue().select(only).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--only: expected requirement ids or commands (see switchhook list), got "
              + String.join(" ", only));
    }
    Progress progress = Progress.onTerminal(kit.catalogue().scenarios().size(), only.isEmpty());
    Report report =
        kit.run(target, stimulus, new RunOptions(only, strict, seed, result -> progress.step()));
    progress.done();
    report.write(out);
    PrintWriter to = spec.commandLine().getOut();
    to.println(
        switch (format) {
          case PRETTY -> report.pretty(Ansi.AUTO.enabled()) + "Run directory: " + out;
          case JSON -> report.json();
          case MARKDOWN -> report.markdown();
        });
    to.flush();
    return report.exitCode();
  }
}
