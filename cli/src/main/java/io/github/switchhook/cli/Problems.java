package io.github.switchhook.cli;

import io.github.switchhook.conformance.text.Escape;

/**
 * Turns an exception into a sentence: nobody who uses a command should have to read a stack trace.
 * What goes on below it stands further in, so that nothing that is quoted can pass for a line of
 * ours.
 */
final class Problems {
  private Problems() {}

  static String describe(Throwable problem) {
    String message = problem.getMessage();
    return message == null || message.isBlank()
        ? "unexpected " + problem.getClass().getSimpleName()
        : Escape.lines(message).strip().replace("\n", "\n  ");
  }
}
