package io.github.switchhook.cli;

import io.github.switchhook.cli.files.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code --out}: the file that a text is written to, instead of the terminal. */
public final class OutputOption {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write it there, not on the terminal.")
  private @Nullable Path file;

  /** Tells whether the text is shown on the terminal. */
  public boolean isShown() {
    return file == null;
  }

  /** Writes the text where it was asked for. */
  public void write(String text, CommandSpec spec) throws IOException {
    if (file == null) {
      PrintWriter out = spec.commandLine().getOut();
      out.print(text);
      out.flush();
    } else {
      WholeFile.write(file, text);
    }
  }
}
