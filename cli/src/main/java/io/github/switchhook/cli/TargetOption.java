package io.github.switchhook.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code --target}: the target that the command connects to. */
public final class TargetOption {
  @Option(
      names = "--target",
      paramLabel = "FILE",
      description = "Profile of the switch; without it, the built-in one.")
  private @Nullable Path file;

  /** Returns the file, if one was named. */
  public @Nullable Path file() {
    return file;
  }

  /** Opens the target; see {@link OpenTarget#open}. */
  public OpenTarget open(boolean virtualTime, CommandSpec spec) throws IOException {
    return OpenTarget.open(file, virtualTime, spec);
  }
}
