package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the commands that README.md and the pages in docs show, as written and in their order: every
 * line of every block marked {@code sh}. A block marked {@code console} needs a switch that runs or
 * a target of the reader's; DocumentedCommandsTest reads it.
 */
class ReadmeIT {
  // This test is part of what it runs.
  private static final String THIS_BUILD = "mvn verify";

  static Stream<String> commands() throws IOException {
    return DocumentPage.all().stream()
        .flatMap(page -> page.lines("sh").stream())
        .filter(command -> !command.equals(THIS_BUILD))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void runs(String command) {
    Launcher.Result result = Launcher.run(Launcher.ROOT, List.of("sh", "-c", command));

    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
  }

  @Test
  void showsTheTwoCommandsFirst() throws IOException {
    assertThat(DocumentPage.README.lines("sh")).startsWith("./switchhook verify", THIS_BUILD);
  }

  @Test
  void ciRunsTheTestCommandOfTheReadme() throws IOException {
    assertThat(Files.readString(Launcher.ROOT.resolve(".ci/run")).strip())
        .endsWith("exec mvn -B -Pci verify");
  }
}
