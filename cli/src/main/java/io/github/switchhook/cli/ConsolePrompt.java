package io.github.switchhook.cli;

import io.github.switchhook.conformance.stimulus.Prompt;
import java.io.Console;
import java.util.Optional;

/** The person at the terminal, if there is one. */
final class ConsolePrompt {
  private ConsolePrompt() {}

  /** Returns how to ask the person; empty where standard input or output is no terminal. */
  // From JDK 22 on there is always a console; where nobody types, its line is null, which says so.
  @SuppressWarnings("SystemConsoleNull")
  static Optional<Prompt> person() {
    Console console = System.console();
    return console == null
        ? Optional.empty()
        : Optional.of(text -> Optional.ofNullable(console.readLine("%s", text)));
  }
}
