package io.github.switchhook.cli;

import io.github.switchhook.conformance.files.FileTrouble;
import io.github.switchhook.conformance.text.Escape;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.IExitCodeGenerator;

/**
 * Turns an exception into a sentence: nobody who uses a command should have to read a stack trace.
 * What goes on below it stands further in, so that nothing that is quoted can pass for a line of
 * ours.
 */
final class Problems {
  /** The exit code for trouble of Switchhook's own. */
  static final int KIT_ERROR = 4;

  private Problems() {}

  static String describe(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof FileTrouble known) {
        return String.valueOf(known.getMessage());
      }
      if (cause instanceof IOException file && FileTrouble.isAboutFiles(file)) {
        return FileTrouble.describe(file);
      }
    }
    String message = problem.getMessage();
    return message == null || message.isBlank()
        ? "unexpected " + problem.getClass().getSimpleName()
        : Escape.lines(message).strip().replace("\n", "\n  ");
  }

  /** What files and ports do not allow is for the user to mend; everything else is our defect. */
  static int exitCode(Throwable problem) {
    if (problem instanceof IExitCodeGenerator known) {
      return known.getExitCode();
    }
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return CommandLine.ExitCode.USAGE;
      }
    }
    return KIT_ERROR;
  }
}
