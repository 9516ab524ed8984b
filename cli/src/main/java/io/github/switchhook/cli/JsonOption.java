package io.github.switchhook.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --format} of a command that has no output in Markdown. */
public final class JsonOption {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--format",
      defaultValue = "pretty",
      description = "pretty or json (${DEFAULT-VALUE}).")
  private Format format = Format.PRETTY;

  /**
   * Tells whether the option asks for JSON.
   *
   * @throws ParameterException if it is Markdown
   */
  public boolean isJson() {
    if (format == Format.MARKDOWN) {
      throw new ParameterException(
          spec.commandLine(), "--format: expected pretty or json, got " + format);
    }
    return format == Format.JSON;
  }
}
