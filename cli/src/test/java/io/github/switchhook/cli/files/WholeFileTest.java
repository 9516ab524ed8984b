package io.github.switchhook.cli.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is whole, or as it was. */
class WholeFileTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void replacesAndKeepsThePermissions() throws IOException {
    Path file = Files.writeString(folder.resolve("profile.yaml"), "old");
    Set<PosixFilePermission> owner =
        Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    Files.setPosixFilePermissions(file, owner);

    WholeFile.write(file, "new");

    assertThat(file).hasContent("new");
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(owner);
    assertThat(files()).containsExactly("profile.yaml");
  }

  @Test
  void followsALinkThatWasNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("real"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    WholeFile.write(link, "new");

    assertThat(file).hasContent("new");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void writesToADevice() throws IOException {
    WholeFile.write(Path.of("/dev/null"), "new");

    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  @Test
  void leavesNothingWhereItCannotWrite() throws IOException {
    assertThatThrownBy(() -> WholeFile.write(folder.resolve("no/such"), "new"))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> WholeFile.write(folder, "new")).isInstanceOf(IOException.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void doesNotTouchThePartOfAnotherProcess() throws IOException {
    Files.writeString(folder.resolve(".a.part"), "theirs");

    WholeFile.write(folder.resolve("a"), "new");

    assertThat(folder.resolve("a")).hasContent("new");
    assertThat(folder.resolve(".a.part")).hasContent("theirs");
  }

  private Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }
}
