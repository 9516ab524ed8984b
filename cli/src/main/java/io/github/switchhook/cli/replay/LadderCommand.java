package io.github.switchhook.cli.replay;

import io.github.switchhook.cli.OutputOption;
import io.github.switchhook.conformance.ladder.Ladder;
import io.github.switchhook.conformance.verdict.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code switchhook ladder}: draws a transcript. */
@Command(
    name = "ladder",
    mixinStandardHelpOptions = true,
    description = "Draw the messages of a transcript as a ladder, from sender to receiver.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook ladder t.jsonl",
      "  switchhook ladder t.jsonl --as svg --out call.svg",
      "  switchhook ladder switchhook-run/wire.ndjson --as mermaid",
    })
public final class LadderCommand implements Callable<Integer> {
  /** The forms in which a ladder can be drawn. */
  enum Drawing {
    TEXT,
    SVG,
    MERMAID;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A transcript, or the wire.ndjson of a run.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path file;

  @Option(
      names = "--as",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private Drawing drawing = Drawing.TEXT;

  @Mixin private final OutputOption out = new OutputOption();

  @Override
  public Integer call() throws IOException {
    Ladder ladder = Ladder.of(Transcripts.read(file, spec).redacted().lines());
    String drawn =
        switch (drawing) {
          case TEXT -> ladder.text(out.isShown() && Ansi.AUTO.enabled());
          case SVG -> ladder.svg();
          case MERMAID -> ladder.mermaid();
        };
    out.write(drawn, spec);
    return ExitCode.OK;
  }
}
