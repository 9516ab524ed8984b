package io.github.switchhook.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a directory may contain before a run is written to it. */
class RunDirectoryTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  private Path run() {
    return folder.resolve("run");
  }

  private static void begun(Path directory) {
    RunDirectory.begin(directory).close();
  }

  @Test
  void replacesAnEarlierRun() throws IOException {
    begun(run());
    for (String name : RunDirectory.NAMES) {
      Files.writeString(run().resolve(name), name.equals(RunDirectory.WIRE) ? wire() : "old");
      Files.writeString(run().resolve(name + ".part"), "half");
    }

    begun(run());

    try (Stream<Path> left = Files.list(run())) {
      assertThat(left).containsExactly(run().resolve(RunDirectory.WIRE));
    }
    assertThat(run().resolve(RunDirectory.WIRE)).isEmptyFile();
  }

  @Test
  void takesAnEmptyDirectory() throws IOException {
    Files.createDirectories(run());

    begun(run());

    assertThat(run().resolve(RunDirectory.WIRE)).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes.txt", ".bashrc", "results.json", "junit.xml", "report.html.part"})
  void leavesForeignFilesAlone(String name) throws IOException {
    Files.createDirectories(run());
    Files.writeString(run().resolve(name), "mine");

    refuses(run(), "run has " + name);

    assertThat(run().resolve(name)).hasContent("mine");
    try (Stream<Path> left = Files.list(run())) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void leavesForeignFilesBesideAnEarlierRunAlone() throws IOException {
    begun(run());
    Files.writeString(run().resolve("summary.md"), "old");
    Files.createDirectories(run().resolve("own"));

    refuses(run(), "run has own");

    assertThat(run().resolve("summary.md")).hasContent("old");
  }

  @Test
  void leavesAForeignWireLogAlone() throws IOException {
    Files.createDirectories(run());
    Files.writeString(run().resolve(RunDirectory.WIRE), "{\"micros\":1}\n");

    refuses(run(), "run has wire.ndjson");

    assertThat(run().resolve(RunDirectory.WIRE)).hasContent("{\"micros\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "results.json",
        "wire.ndjson",
        "messages.ndjson",
        "report.html",
        "badge.json.part"
      })
  void followsNoLinkToAFile(String name) throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "mine");
    begun(run());
    Files.deleteIfExists(run().resolve(name));
    Files.createSymbolicLink(run().resolve(name), precious);

    refuses(run(), "run has " + name + ", a symbolic link");

    assertThat(precious).hasContent("mine");
  }

  @Test
  void followsNoLinkThatComesWhileItIsWritten() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "mine");
    try (RunDirectory files = RunDirectory.begin(run())) {
      Files.createSymbolicLink(run().resolve("messages.ndjson"), precious);

      assertThatThrownBy(() -> files.addMessages("{}\n")).isInstanceOf(UncheckedIOException.class);
    }
    assertThat(precious).hasContent("mine");
  }

  @Test
  void followsNoLinkToADirectory() throws IOException {
    Path precious = Files.createDirectories(folder.resolve("precious"));
    Files.createSymbolicLink(run(), precious);

    refuses(run(), "run is a symbolic link");
    refuses(folder.resolve("run/."), "a symbolic link");

    assertThat(precious).isEmptyDirectory();
  }

  @Test
  void followsNoLinkThatLeadsNowhere() throws IOException {
    Files.createSymbolicLink(run(), folder.resolve("nowhere"));

    refuses(run(), "run is a symbolic link");

    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void refusesAFileInPlaceOfTheDirectory() throws IOException {
    Files.writeString(run(), "mine");

    refuses(run(), "run is a file");

    assertThat(run()).hasContent("mine");
  }

  private static void refuses(Path directory, String why) {
    assertThatThrownBy(() -> RunDirectory.begin(directory))
        .isInstanceOf(RunDirectory.OccupiedException.class)
        .hasMessageStartingWith("expected a new directory, an empty one, or one of an earlier run")
        .hasMessageContaining(why);
    assertThatThrownBy(() -> RunDirectory.check(directory))
        .isInstanceOf(RunDirectory.OccupiedException.class);
  }

  private static String wire() {
    return "{\"micros\":1,\"scenario\":\"a.feature:1\",\"agent\":\"alice\",\"connection\":1,"
        + "\"direction\":\"out\",\"text\":\"{}\"}\n";
  }
}
