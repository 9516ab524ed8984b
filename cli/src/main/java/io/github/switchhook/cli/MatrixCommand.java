package io.github.switchhook.cli;

import io.github.switchhook.conformance.report.RunMatrix;
import io.github.switchhook.conformance.report.RunResults;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code switchhook matrix}: implementations side by side. */
@Command(
    name = "matrix",
    mixinStandardHelpOptions = true,
    description = "Show the runs of several implementations side by side, and where they differ.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook matrix run-a run-b run-c",
      "  switchhook matrix runs/* --format markdown > matrix.md",
      "",
      "Exit codes: 0 shown, 2 usage."
    })
final class MatrixCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "Run directories.")
  private List<Path> runs = List.of();

  @Option(
      names = "--format",
      defaultValue = "pretty",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}); json prints nothing but JSON.")
  private Format format = Format.PRETTY;

  @Override
  public Integer call() {
    RunMatrix matrix;
    try {
      matrix = new RunMatrix(runs.stream().map(RunResults::read).toList());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    spec.commandLine()
        .getOut()
        .print(
            switch (format) {
              case PRETTY -> matrix.pretty();
              case JSON -> matrix.json();
              case MARKDOWN -> matrix.markdown();
            });
    spec.commandLine().getOut().flush();
    return 0;
  }
}
