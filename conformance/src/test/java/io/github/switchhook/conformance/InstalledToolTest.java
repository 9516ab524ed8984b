package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class InstalledToolTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void isFoundOnThePath() throws Exception {
    Path tool = Files.createFile(folder.resolve("browser"));
    assertThat(tool.toFile().setExecutable(true)).isTrue();

    assertThat(InstalledTool.find("browser", "/nowhere:" + folder, "browser")).isEqualTo(tool);
  }

  @Test
  void aTestIsSkippedByTheNameOfTheMissingTool() {
    assertThatThrownBy(() -> InstalledTool.find("browser", folder.toString(), ""))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("browser is not on the PATH");
  }

  @Test
  void aTestFailsWhereTheToolIsRequired() {
    assertThatThrownBy(() -> InstalledTool.find("browser", folder.toString(), "driver,browser"))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage("browser is not on the PATH, but SWITCHHOOK_REQUIRE says that it has to be");
  }

  @Test
  void aFileThatIsNotAProgramIsNotFound() throws Exception {
    Files.createDirectory(folder.resolve("browser"));
    Files.createFile(folder.resolve("driver"));

    assertThatThrownBy(() -> InstalledTool.find("browser", folder.toString(), ""))
        .isInstanceOf(TestAbortedException.class);
    assertThatThrownBy(() -> InstalledTool.find("driver", folder.toString(), ""))
        .isInstanceOf(TestAbortedException.class);
  }
}
