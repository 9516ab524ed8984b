package io.github.switchhook.cli;

import io.github.switchhook.conformance.stimulus.Prompt;
import java.io.Console;
import java.util.Optional;

/** The person at the terminal, if there is one. */
final class ConsolePrompt {
  private ConsolePrompt() {}

  /**
   * Returns a prompt for the person at the terminal; empty where standard input or output is no
   * terminal.
   */
  // From JDK 22 on there is always a console; where it is no terminal, the line read from it is
  // null.
  @SuppressWarnings("SystemConsoleNull")
  static Optional<Prompt> person() {
    Console console = System.console();
    return console == null
        ? Optional.empty()
        : Optional.of(text -> Optional.ofNullable(console.readLine("%s", text)));
  }
}
