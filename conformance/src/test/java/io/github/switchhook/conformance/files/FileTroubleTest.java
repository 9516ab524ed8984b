package io.github.switchhook.conformance.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.transcript.TranscriptWriter;
import io.github.switchhook.conformance.wire.WireLine;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentences for exceptions of file operations. */
class FileTroubleTest {
  private static final Path FILE = Path.of("/runs/one/report.html");
  private static final Path FULL = Path.of("/dev/full");

  static Stream<Arguments> sentences() {
    return Stream.of(
        Arguments.of(
            new IOException("No space left on device"),
            "no space left on /runs/one: /runs/one/report.html cannot be written"),
        Arguments.of(
            new FileSystemException("/runs/one/x.part", null, "Disk quota exceeded"),
            "no space left on /runs/one: /runs/one/report.html cannot be written"),
        Arguments.of(
            new NoSuchFileException("/runs/one/report.html"),
            "cannot write /runs/one/report.html: there is no folder /runs/one"),
        Arguments.of(
            new AccessDeniedException("/runs/one/report.html"),
            "cannot write /runs/one/report.html: permission denied"),
        Arguments.of(
            new FileAlreadyExistsException("/runs"),
            "cannot write /runs/one/report.html: /runs is a file, not a folder"),
        Arguments.of(
            new FileSystemException("/runs/one/report.html", null, "Is a directory"),
            "cannot write /runs/one/report.html: it is a folder, not a file"),
        Arguments.of(
            new FileSystemException("/runs/one/report.html", null, "Read-only file system"),
            "cannot write /runs/one/report.html: /runs/one is read-only"),
        Arguments.of(new IOException("sun.nio.fs.Whatever"), "cannot write /runs/one/report.html"));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void saysWhatIsWrong(IOException cause, String sentence) {
    assertThat(FileTrouble.writing(FILE, cause)).hasMessage(sentence);
  }

  @Test
  void namesTheFileThatTheExceptionNames() {
    assertThat(FileTrouble.describe(new NoSuchFileException("/no/such/x.svg")))
        .isEqualTo("cannot use /no/such/x.svg: there is no folder /no/such");
    assertThat(FileTrouble.describe(new NoSuchFileException("/no-such-file")))
        .isEqualTo("there is no file /no-such-file");
    assertThat(FileTrouble.describe(new IOException("No space left on device")))
        .startsWith("no space left on the disk");
  }

  /** The exception comes at the close: it must not end the network's threads, which write. */
  @Test
  void aTranscriptTellsOfAFullDiskWhenItIsClosed() {
    assumeTrue(Files.exists(FULL), "there is no " + FULL + " here");
    AtomicInteger failures = new AtomicInteger();
    TranscriptWriter writer = new TranscriptWriter(FULL, failures::incrementAndGet);
    writer.accept(new WireLine(1, WireLine.Direction.IN, AgentNames.FIRST, 1, "{}"));
    writer.accept(new WireLine(2, WireLine.Direction.IN, AgentNames.FIRST, 1, "{}"));

    assertThat(failures).hasValue(1);
    assertThatThrownBy(writer::close)
        .isInstanceOf(FileTrouble.class)
        .hasMessage("no space left on /dev: /dev/full cannot be written");
  }

  @Test
  void aTranscriptThatCannotBeOpenedIsReported(@TempDir Path folder) {
    Path nowhere = folder.resolve("no/t.jsonl");

    assertThatThrownBy(() -> new TranscriptWriter(nowhere))
        .isInstanceOf(FileTrouble.class)
        .hasMessage("cannot write " + nowhere + ": there is no folder " + nowhere.getParent());
  }
}
