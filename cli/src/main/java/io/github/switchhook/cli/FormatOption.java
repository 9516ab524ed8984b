package io.github.switchhook.cli;

import picocli.CommandLine.Option;

/** {@code --format}: how a command prints what it found. */
public final class FormatOption {
  @Option(
      names = "--format",
      defaultValue = "pretty",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}); json prints nothing but JSON.")
  private Format format = Format.PRETTY;

  public Format format() {
    return format;
  }
}
