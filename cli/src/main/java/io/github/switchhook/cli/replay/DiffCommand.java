package io.github.switchhook.cli.replay;

import io.github.switchhook.cli.Format;
import io.github.switchhook.conformance.report.runs.RunDiff;
import io.github.switchhook.conformance.report.runs.RunResults;
import io.github.switchhook.conformance.transcript.TranscriptDiff;
import io.github.switchhook.conformance.verdict.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code switchhook diff}: compares two transcripts or two runs. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Compare two transcripts, agent by agent. Ids and times are left out of account; the first"
          + " divergence is shown in full.",
      "Or compare two run directories: what got worse, better, new or gone."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook diff yesterday.jsonl today.jsonl",
      "  switchhook diff a.jsonl b.jsonl --format json | jq '.differences[0]'",
      "  switchhook diff run-monday run-tuesday --format markdown",
      "",
      "Exit codes: 0 no difference, 1 some, 2 usage. Of runs: 1 something got worse."
    })
public final class DiffCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "Transcript or run directory taken as right.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path left;

  @Parameters(index = "1", paramLabel = "B", description = "The other one.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path right;

  @Option(
      names = "--format",
      defaultValue = "pretty",
      description = "pretty or json; for runs markdown too (${DEFAULT-VALUE}).")
  private Format format = Format.PRETTY;

  @Override
  public Integer call() {
    for (Path side : new Path[] {left, right}) {
      if (!Files.exists(side)) {
        throw new ParameterException(
            spec.commandLine(), "expected a transcript or a run directory, got " + side);
      }
    }
    return Files.isDirectory(left) || Files.isDirectory(right) ? ofRuns() : ofTranscripts();
  }

  private int ofRuns() {
    RunDiff diff;
    try {
      diff = RunDiff.of(RunResults.read(left), RunResults.read(right));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        switch (format) {
          case PRETTY -> diff.pretty();
          case JSON -> diff.json();
          case MARKDOWN -> diff.markdown();
        });
    out.flush();
    return diff.isWorse() ? ExitCode.NOT_CONFORMANT : ExitCode.OK;
  }

  private int ofTranscripts() {
    if (format == Format.MARKDOWN) {
      throw new ParameterException(
          spec.commandLine(), "--format: expected pretty or json for transcripts, got markdown");
    }
    TranscriptDiff diff =
        TranscriptDiff.of(
            Transcripts.read(left, spec).redacted(), Transcripts.read(right, spec).redacted());
    PrintWriter out = spec.commandLine().getOut();
    out.print(format == Format.JSON ? diff.json() + "\n" : diff.text());
    out.flush();
    return diff.differences().isEmpty() ? ExitCode.OK : ExitCode.NOT_CONFORMANT;
  }
}
