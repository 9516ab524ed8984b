package io.github.switchhook.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The sources of the token, and which one comes first. */
class TokenOptionTest {
  private static final Map<String, String> NOTHING = Map.of();

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Path file;

  @Command
  private static final class Asking {
    @Mixin private final TokenOption token = new TokenOption();
  }

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("token"), "  in-the-file\n");
  }

  private static Optional<String> given(Map<String, String> environment, String... arguments) {
    Asking asking = new Asking();
    new CommandLine(asking).parseArgs(arguments);
    return asking.token.given(environment);
  }

  @Test
  void comesFromAFileAnOptionOrTheEnvironment() {
    Map<String, String> environment = Map.of("SWITCHHOOK_TOKEN", "in-the-environment");

    assertThat(given(NOTHING)).isEmpty();
    assertThat(given(Map.of("SWITCHHOOK_TOKEN", " "))).isEmpty();
    assertThat(given(environment)).contains("in-the-environment");
    assertThat(given(environment, "--token=on-the-line")).contains("on-the-line");
    assertThat(given(environment, "--token-file=" + file)).contains("in-the-file");
  }

  @Test
  void isOne() {
    assertThatThrownBy(() -> given(NOTHING, "--token=a", "--token-file=" + file))
        .hasMessage("--token-file: expected it without --token");
  }

  @Test
  void saysWhichFileIsNotThere() {
    assertThatThrownBy(() -> given(NOTHING, "--token-file=" + folder.resolve("none")))
        .isInstanceOf(RemoteControlException.class)
        .hasMessage(
            "--token-file: expected a file that can be read, got " + folder.resolve("none"));
    assertThatThrownBy(() -> given(NOTHING, "--token-file=" + folder))
        .hasMessageContaining("expected a file that can be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "two words", "two\nlines", "caf\u00e9", "a\0b"})
  void isWhatAHeaderCanCarry(String content) throws IOException {
    Files.writeString(file, content);

    assertThatThrownBy(() -> given(NOTHING, "--token-file=" + file))
        .hasMessage("--token-file: expected a token of letters, digits and . _ ~ + / = - only");
  }

  @Test
  void isNotShownWhereItIsWrong() {
    assertThatThrownBy(() -> given(NOTHING, "--token=my secret"))
        .hasMessageStartingWith("--token: expected")
        .hasMessageNotContaining("my secret");
    assertThatThrownBy(() -> given(Map.of("SWITCHHOOK_TOKEN", "my secret")))
        .hasMessageStartingWith("$SWITCHHOOK_TOKEN: expected")
        .hasMessageNotContaining("my secret");
  }

  /** Reads only the beginning of a file that may be endless. */
  @Test
  void readsNoMoreThanAToken() {
    assertThatThrownBy(() -> given(NOTHING, "--token-file=/dev/zero"))
        .hasMessageContaining("expected a token of letters");
  }
}
