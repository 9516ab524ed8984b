package io.github.switchhook.cli;

/**
 * Turns an exception into a sentence: nobody who uses a command should have to read a stack trace.
 */
final class Problems {
  private Problems() {}

  static String describe(Throwable problem) {
    String message = problem.getMessage();
    return message == null || message.isBlank()
        ? "unexpected " + problem.getClass().getSimpleName()
        : message;
  }
}
