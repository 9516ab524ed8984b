package io.github.switchhook.cli;

import picocli.CommandLine.Option;

/** {@code --format}: the format in which a command prints its result. */
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
