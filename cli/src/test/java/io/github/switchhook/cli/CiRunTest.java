package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs .ci/run on a PATH of scripts that tell what they were called with. */
class CiRunTest {
  private static final String TESTS = "mvn -B -Pci verify";
  private static final String ALL = " requires chromium,chromedriver,node,npm";
  private static final String NONE = " requires nothing";

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path bin;

  @BeforeEach
  void aMachineWithNoneOfTheTools() throws IOException {
    script("dirname", "echo \"${1%/*}\"");
    script("mvn", "echo \"mvn $*\" requires \"${SWITCHHOOK_REQUIRE-nothing}\"");
    script("timeout", "echo \"bounded $4 ${@: -1}\" >&2; shift 3; exec \"$@\"");
    script("apt-get", "exit 0");
    script("id", "echo 0");
  }

  @Test
  void requiresWhatItHasInstalled() throws Exception {
    assertThat(run()).containsExactly("bounded apt-get update", "bounded apt-get npm", TESTS + ALL);
  }

  @Test
  void installsWhatIsMissing() throws Exception {
    script("npm", "");
    script("node", "");

    assertThat(run())
        .containsExactly("bounded apt-get update", "bounded apt-get chromium-driver", TESTS + ALL);
  }

  @Test
  void installsNothingWhereAllIsThere() throws Exception {
    for (String tool : List.of("chromium", "chromedriver", "node", "npm")) {
      script(tool, "");
    }
    script("id", "echo 1000");

    assertThat(run()).containsExactly(TESTS + ALL);
  }

  @Test
  void testsAllTheSameWhereItIsNotRoot() throws Exception {
    script("id", "echo 1000");

    assertThat(run()).containsExactly(told(), TESTS + NONE);
  }

  @Test
  void testsAllTheSameWhereAptDoesNotAnswer() throws Exception {
    script("apt-get", "exit 124");

    assertThat(run()).containsExactly("bounded apt-get update", told(), TESTS + NONE);
  }

  private static String told() {
    return ".ci/run: could not install chromium chromium-driver nodejs npm:"
        + " the checks that need them are skipped";
  }

  private void script(String name, String text) throws IOException {
    Path file = bin.resolve(name);
    Files.writeString(file, "#!/bin/bash\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private List<String> run() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/bash", Launcher.ROOT + "/.ci/run").redirectErrorStream(true);
    builder.environment().remove("SWITCHHOOK_REQUIRE");
    builder.environment().put("PATH", bin.toString());
    Process process = builder.start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }
}
