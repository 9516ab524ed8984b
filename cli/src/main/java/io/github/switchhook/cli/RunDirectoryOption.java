package io.github.switchhook.cli;

import io.github.switchhook.conformance.report.RunDirectory;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code --out}: the directory that a run is written to. */
public final class RunDirectoryOption {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "switchhook-run",
      description = {
        "Run directory: report.html, results.json, junit.xml, … (${DEFAULT-VALUE}). An earlier run"
            + " there is replaced; a directory with anything else in it is refused, and so are"
            + " symbolic links."
      })
  private Path out = Path.of("switchhook-run");

  public Path directory() {
    return out;
  }

  /** Refuses what may not be replaced, before anything is played. */
  public void check(CommandSpec spec) {
    try {
      RunDirectory.check(out);
    } catch (RunDirectory.OccupiedException e) {
      throw new ParameterException(spec.commandLine(), "--out: " + e.getMessage(), e);
    }
  }
}
