package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.NoSuchFileException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The message and the exit code of a command that fails. */
class ErrorMessagesTest {
  @Test
  void whatAUserCanMendEndsWithTwo() {
    Exception missing = new NoSuchFileException("/no/such/x.svg");

    assertThat(ErrorMessages.describe(missing))
        .isEqualTo("cannot use /no/such/x.svg: there is no folder /no/such");
    assertThat(ErrorMessages.exitCode(missing)).isEqualTo(2);
    assertThat(
            ErrorMessages.describe(
                new UncheckedIOException("x", new IOException("No space left on device"))))
        .startsWith("no space left on ");
    assertThat(ErrorMessages.exitCode(new UncheckedIOException("x", new BindException("taken"))))
        .isEqualTo(2);
    assertThat(ErrorMessages.exitCode(new IllegalStateException("ours"))).isEqualTo(4);
    assertThat(
            ErrorMessages.describe(new IllegalArgumentException("a run that did not end", missing)))
        .as("what has a sentence keeps it")
        .isEqualTo("a run that did not end");
  }

  /** Shows that a library cannot log a stack trace to the terminal. */
  @Test
  void noLibraryLogsToTheTerminal() throws IOException {
    Properties logging = new Properties();
    try (var in = Main.class.getResourceAsStream("logging.properties")) {
      logging.load(in);
    }

    assertThat(logging.getProperty("handlers")).isEmpty();
    assertThat(logging.getProperty(".level")).isEqualTo("OFF");
  }
}
