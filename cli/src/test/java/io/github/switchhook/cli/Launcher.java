package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Runs the packaged program through its launcher, as a user does, in a folder of its own. */
final class Launcher {
  /** The output and the exit code of a command. */
  record Result(int exitCode, String out, String err) {}

  /** The root folder of the project. */
  static final Path ROOT = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

  private static final long SECONDS = 120;

  private Launcher() {}

  static Result switchhook(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("switchhook").toString()));
    command.addAll(List.of(arguments));
    return run(folder, command);
  }

  static Result run(Path folder, List<String> command) {
    try {
      Path out = Files.createTempFile("switchhook", ".out");
      Path err = Files.createTempFile("switchhook", ".err");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      process.getOutputStream().close();
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
