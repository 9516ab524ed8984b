package io.github.switchhook.cli.verify;

import io.github.switchhook.cli.Format;
import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.report.RunDirectory;
import io.github.switchhook.conformance.report.runs.RunMerge;
import io.github.switchhook.conformance.text.Escape;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code switchhook report}: has the subcommands for run directories. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Work on run directories.",
    footerHeading = "%nExamples:%n",
    footer = {"  switchhook report merge run run-1 run-2 run-3"})
public final class ReportCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a subcommand: merge");
  }

  @Command(
      name = "merge",
      mixinStandardHelpOptions = true,
      description =
          "Join the run directories of shards (verify --shard I/N) into one, judged as one run.",
      footerHeading = "%nExamples:%n",
      footer = {
        "  switchhook report merge run run-1 run-2 run-3",
        "",
        "Exit codes: those of verify."
      })
  int merge(
      @Parameters(index = "0", paramLabel = "OUT", description = "Run directory to write.")
          Path out,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "RUN", description = "To join.")
          List<Path> runs,
      @Option(names = "--strict", description = "Fail on warnings too.") boolean strict,
      @Option(
              names = "--format",
              defaultValue = "pretty",
              description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
          Format format) {
    Catalogue catalogue = Catalogue.load();
    Report report;
    try {
      RunDirectory.check(out);
      report = RunMerge.of(catalogue, runs, strict);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine().getSubcommands().get("merge"), e.getMessage(), e);
    }
    report.write(out);
    PrintWriter to = spec.commandLine().getOut();
    to.println(
        switch (format) {
          case PRETTY ->
              report.pretty(Ansi.AUTO.enabled()) + "Report: " + out.resolve("report.html");
          case JSON -> report.json();
          case MARKDOWN -> report.markdown();
        });
    to.flush();
    List<Scenario> planned = catalogue.scenarios(report.only());
    int missing = report.missing(planned).size();
    if (missing > 0) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "switchhook: "
              + missing
              + " of "
              + planned.size()
              + " scenarios"
              + (report.only().isEmpty()
                  ? ""
                  : " of --only " + Escape.line(String.join(" ", report.only())))
              + " are in none of these runs, so the result is partial at most");
      err.flush();
    }
    return report.exitCode();
  }
}
