package io.github.switchhook.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --out}: where a run is written. */
final class RunDirectoryOption {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "switchhook-run",
      description = "Run directory: report.html, results.json, junit.xml, … (${DEFAULT-VALUE}).")
  private Path out = Path.of("switchhook-run");

  Path directory() {
    return out;
  }
}
