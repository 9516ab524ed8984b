package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the commands that README.md shows, as written: every line of every block marked {@code sh}.
 * A block marked {@code console} shows what goes on until Ctrl-C; ServeIT does that.
 */
class ReadmeIT {
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  // This test is part of what it runs.
  private static final String THIS_BUILD = "mvn verify";

  static Stream<String> commands() throws IOException {
    return shown().stream().filter(command -> !command.equals(THIS_BUILD));
  }

  private static List<String> shown() throws IOException {
    List<String> commands = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(Launcher.ROOT.resolve("README.md")));
    while (block.find()) {
      block
          .group(1)
          .lines()
          .map(line -> line.replaceFirst("\\s+#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .forEach(commands::add);
    }
    return commands;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void runs(String command) {
    Launcher.Result result = Launcher.run(Launcher.ROOT, List.of("sh", "-c", command));

    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
  }

  @Test
  void showsTheTwoCommandsFirst() throws IOException {
    assertThat(shown()).startsWith("./switchhook verify", THIS_BUILD);
  }

  @Test
  void ciRunsTheTestCommandOfTheReadme() throws IOException {
    assertThat(Files.readString(Launcher.ROOT.resolve(".ci/run")).strip())
        .endsWith("exec mvn -B verify");
  }
}
