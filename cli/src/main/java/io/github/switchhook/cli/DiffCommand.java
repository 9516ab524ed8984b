package io.github.switchhook.cli;

import io.github.switchhook.conformance.report.RunDiff;
import io.github.switchhook.conformance.report.RunResults;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code switchhook diff}: what became of it. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Say what got worse, better, new or gone from one run to another.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook diff run-monday run-tuesday",
      "  switchhook diff main-branch my-branch --format markdown",
      "",
      "Exit codes: 0 nothing got worse, 1 something did, 2 usage."
    })
final class DiffCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "Run directory to compare with.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "Run directory to judge.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path after;

  @Option(
      names = "--format",
      defaultValue = "pretty",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}); json prints nothing but JSON.")
  private Format format = Format.PRETTY;

  @Override
  public Integer call() {
    RunDiff diff;
    try {
      diff = RunDiff.of(RunResults.read(before), RunResults.read(after));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    spec.commandLine()
        .getOut()
        .print(
            switch (format) {
              case PRETTY -> diff.pretty();
              case JSON -> diff.json();
              case MARKDOWN -> diff.markdown();
            });
    spec.commandLine().getOut().flush();
    return diff.isWorse() ? 1 : 0;
  }
}
