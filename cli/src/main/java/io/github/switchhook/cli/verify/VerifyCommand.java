package io.github.switchhook.cli.verify;

import io.github.switchhook.cli.FormatOption;
import io.github.switchhook.cli.OpenTarget;
import io.github.switchhook.cli.RunDirectoryOption;
import io.github.switchhook.cli.ShutdownSignal;
import io.github.switchhook.cli.TargetOption;
import io.github.switchhook.cli.TimeLimitOptions;
import io.github.switchhook.cli.VariantOption;
import io.github.switchhook.cli.completion.Candidates;
import io.github.switchhook.conformance.Kit;
import io.github.switchhook.conformance.RunOptions;
import io.github.switchhook.conformance.Shard;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.report.RunDirectory;
import io.github.switchhook.conformance.runner.WorkerPlan;
import io.github.switchhook.fixtures.LawfulVariant;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
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
      "  switchhook verify --target my.yaml --workers 4      four scenarios at a time",
      "  switchhook verify --shard 1/3 --out run-1           the first of three CI jobs",
      "  switchhook verify --target my.yaml --timeout 5m     what can be proved in five minutes",
      "",
      "Exit codes: 0 conformant, 1 not conformant, or not shown in time, 2 usage or a full disk,",
      "3 target unreachable, gone, or login failed, 4 Switchhook itself failed, 5 a waiver is stale:",
      "it expired, or what it excuses passes, 130 interrupted: the report holds what was played until",
      "then."
    })
public final class VerifyCommand implements Callable<Integer> {
  private static final int MAX_WORKERS = 64;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Mixin private final TargetOption target = new TargetOption();

  @Mixin private final VariantOption variant = new VariantOption();

  @Option(
      names = "--only",
      arity = "1..*",
      paramLabel = "ID-OR-COMMAND",
      description =
          "Play only what proves these requirements (ids or their beginnings) or commands. The"
              + " result is then partial at most.",
      completionCandidates = Candidates.RequirementIds.class)
  private List<String> only = List.of();

  @Mixin private final FormatOption format = new FormatOption();

  @Mixin private final TimeLimitOptions time = new TimeLimitOptions();

  @Mixin private final RunDirectoryOption out = new RunDirectoryOption();

  @Option(names = "--strict", description = "Fail on warnings too: a SHOULD that does not hold.")
  private boolean strict;

  @Option(
      names = "--seed",
      defaultValue = "0",
      description = "Shuffle the scenarios with this seed; 0 keeps the order (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "Play this many scenarios at the same time. Against the built-in switch as many as there"
              + " are processors; a target of your own needs four agents for each, and has one.")
  private @Nullable Integer workers;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "Play the I-th of N equal parts; 'report merge' joins the run directories of all parts.")
  private @Nullable String shard;

  @Option(
      names = "--messages",
      description =
          "Write messages.ndjson too: the run as Cucumber Messages, for the tools that read those.")
  private boolean messages;

  @Override
  public Integer call() throws IOException {
    if (workers != null && (workers < 1 || workers > MAX_WORKERS)) {
      throw new ParameterException(
          spec.commandLine(),
          "--workers: expected a number from 1 to " + MAX_WORKERS + ", got " + workers);
    }
    out.check(spec);
    List<LawfulVariant> variants = variant.variants(spec);
    if (target.file() != null && !variants.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--variant: expected no --target beside it: it changes the built-in switch");
    }
    return target.file() == null ? runBuiltIn(variants) : runTarget(target.file());
  }

  private int runTarget(Path file) throws IOException {
    try (OpenTarget openTarget = OpenTarget.open(file, true, spec)) {
      return run(
          WorkerPlan.sharing(
              openTarget.target(), openTarget.stimulus(), workers == null ? 1 : workers));
    } catch (WorkerPlan.TooFewAgentsException e) {
      throw new ParameterException(spec.commandLine(), "--workers: " + e.getMessage(), e);
    }
  }

  /**
   * Verifies the built-in switch. Each worker gets a switch of its own, so that any two scenarios
   * can be played together.
   */
  private int runBuiltIn(List<LawfulVariant> variants) throws IOException {
    int count = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
    List<OpenTarget> beds = new ArrayList<>();
    try {
      for (int i = 0; i < Math.min(count, MAX_WORKERS); i++) {
        beds.add(OpenTarget.builtIn(true, variants));
      }
      return run(
          WorkerPlan.ofSwitches(
              beds.stream()
                  .map(
                      openTarget ->
                          new WorkerPlan.Worker(openTarget.target(), openTarget.stimulus()))
                  .toList()));
    } finally {
      beds.forEach(OpenTarget::close);
    }
  }

  private int run(WorkerPlan bench) {
    Kit kit = Kit.load();
    if (!only.isEmpty() && kit.catalogue().select(only).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--only: expected requirement ids or commands (see switchhook list), got "
              + String.join(" ", only));
    }
    Shard part = part();
    boolean whole = only.isEmpty() && part.equals(Shard.WHOLE);
    Progress progress = Progress.onTerminal(kit.catalogue().scenarios().size(), whole);
    ShutdownSignal shutdown = new ShutdownSignal();
    Report report;
    try (RunDirectory files = RunDirectory.begin(out.directory())) {
      RunOptions options =
          new RunOptions(
              only,
              part,
              strict,
              seed,
              result -> {
                files.add(result);
                progress.step();
              },
              messages ? Optional.of(files::addMessages) : Optional.empty(),
              time.limits());
      report = shutdown.during(() -> kit.run(bench, options));
      progress.done();
      files.finish(report);
    }
    PrintWriter to = spec.commandLine().getOut();
    to.println(
        switch (format.format()) {
          case PRETTY ->
              report.pretty(Ansi.AUTO.enabled())
                  + "Report: "
                  + out.directory().resolve("report.html");
          case JSON -> report.json();
          case MARKDOWN -> report.markdown();
        });
    to.flush();
    return report.exitCode();
  }

  private Shard part() {
    try {
      return shard == null ? Shard.WHOLE : Shard.parse(shard);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--shard: " + e.getMessage(), e);
    }
  }
}
