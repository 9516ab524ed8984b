package io.github.switchhook.cli.verify;

import io.github.switchhook.cli.files.WholeFile;
import io.github.switchhook.conformance.report.runs.RunMatrix;
import io.github.switchhook.conformance.report.runs.RunResults;
import io.github.switchhook.conformance.verdict.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code switchhook matrix}: shows implementations side by side. */
@Command(
    name = "matrix",
    mixinStandardHelpOptions = true,
    description = "Show the runs of several implementations side by side, and where they differ.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook matrix run-a run-b run-c",
      "  switchhook matrix runs/* --format markdown > matrix.md",
      "  switchhook matrix runs/* --out matrix.html          one page that needs nothing else",
      "",
      "Exit codes: 0 shown, 2 usage."
    })
public final class MatrixCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "Run directories.")
  private List<Path> runs = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "${COMPLETION-CANDIDATES} (pretty, or what the end of --out says); json prints nothing but"
              + " JSON.")
  private @Nullable Shape format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File to write instead of printing, such as matrix.html, .md or .json.")
  private @Nullable Path out;

  /** The forms in which the matrix can be shown. */
  enum Shape {
    PRETTY,
    JSON,
    MARKDOWN,
    HTML;

    /** Returns what a file's name promises. */
    static Shape of(Path file) {
      String name = file.toString();
      return name.endsWith(".html")
          ? HTML
          : name.endsWith(".md") ? MARKDOWN : name.endsWith(".json") ? JSON : PRETTY;
    }
  }

  @Override
  public Integer call() throws IOException {
    RunMatrix matrix;
    try {
      matrix = new RunMatrix(runs.stream().map(RunResults::read).toList());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    String text = render(matrix);
    PrintWriter to = spec.commandLine().getOut();
    if (out == null) {
      to.print(text);
    } else {
      WholeFile.write(out, text);
      to.println("Matrix: " + out);
    }
    to.flush();
    return ExitCode.OK;
  }

  private String render(RunMatrix matrix) {
    Shape promised = out == null ? Shape.PRETTY : Shape.of(out);
    return switch (format == null ? promised : format) {
      case PRETTY -> matrix.pretty();
      case JSON -> matrix.json();
      case MARKDOWN -> matrix.markdown();
      case HTML -> matrix.html();
    };
  }
}
