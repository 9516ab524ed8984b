package io.github.switchhook.cli;

import io.github.switchhook.conformance.files.FileTrouble;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.verdict.ExitCode;
import java.io.IOException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IExitCodeGenerator;

/**
 * Turns an exception into a sentence, so that users of a command need not read a stack trace.
 * Further lines are indented, so that quoted text cannot pass for a line of our own.
 */
public final class ErrorMessages {
  private ErrorMessages() {}

  /** Returns the sentence that was written for it; only what Java throws is put into words here. */
  public static String describe(Throwable problem) {
    if (problem instanceof FileSystemException file) {
      return FileTrouble.describe(file);
    }
    IOException full = full(problem);
    if (full != null) {
      return FileTrouble.describe(full);
    }
    String message = problem.getMessage();
    return message == null || message.isBlank()
        ? "unexpected " + problem.getClass().getSimpleName()
        : Escape.lines(message).strip().replace("\n", "\n  ");
  }

  /**
   * Returns the full disk that is behind a problem, which is reported before anything else; null if
   * there is none.
   */
  private static @Nullable IOException full(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof FileTrouble) {
        return null;
      }
      if (cause instanceof IOException file && FileTrouble.isFull(file)) {
        return file;
      }
    }
    return null;
  }

  /**
   * Returns the exit code for a problem: a file or port that cannot be used is for the user to
   * mend, everything else is a defect of this program.
   */
  static int exitCode(Throwable problem) {
    if (problem instanceof IExitCodeGenerator known) {
      return known.getExitCode();
    }
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return ExitCode.USAGE;
      }
    }
    return ExitCode.INTERNAL;
  }
}
