package io.github.switchhook.conformance.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.files.FileTrouble;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.wire.WireLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of one run. wire.ndjson and messages.ndjson grow with every scenario, so that a run
 * that is killed leaves what it had; the others are written at the end, each whole or not at all.
 * Thread-safe.
 */
public final class RunDirectory implements AutoCloseable {
  public static final String RESULTS = "results.json";
  public static final String WIRE = "wire.ndjson";
  private static final String MESSAGES = "messages.ndjson";

  /** The direction of a line that ends a scenario; its text is the verdict. */
  public static final String VERDICT = "verdict";

  /** The files that a run may leave. The wire log comes first, goes last, and identifies a run. */
  static final List<String> NAMES =
      List.of(RESULTS, MESSAGES, "summary.md", "junit.xml", "badge.json", "report.html", WIRE);

  private static final String PART = ".part";
  private static final int LONGEST_BEGINNING = 200;
  private static final Pattern BEGINNING =
      Pattern.compile("\\{(?:\"micros\":[0-9]{1,19}+,)?+\"scenario\":\"");

  private final Path directory;
  private final BufferedWriter wire;
  private @Nullable BufferedWriter messages;

  private RunDirectory(Path directory, BufferedWriter wire) {
    this.directory = directory;
    this.wire = wire;
  }

  /**
   * The directory has a file that is not of a run and is not replaced. The message says which, and
   * what to do.
   */
  public static final class OccupiedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    OccupiedException(Path directory, String what) {
      super(
          "expected a new directory, an empty one, or one of an earlier run and nothing else, but "
              + directory
              + " "
              + what
              + "; name another directory, or move that away");
    }
  }

  /**
   * Makes the directory if need be and deletes the files of an earlier run, which would speak for
   * this one if it is killed.
   *
   * @throws OccupiedException if the directory has other files; they stay as they are
   * @throws UncheckedIOException if nothing can be written there
   */
  public static RunDirectory begin(Path directory) {
    check(directory);
    try {
      Files.createDirectories(directory);
      for (String name : NAMES) {
        Files.deleteIfExists(directory.resolve(name));
        Files.deleteIfExists(directory.resolve(name + PART));
      }
      return new RunDirectory(directory, create(directory.resolve(WIRE)));
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  /**
   * Looks whether a run may be written there, before it is played.
   *
   * @throws OccupiedException if something else is there
   * @throws UncheckedIOException if the directory cannot be read
   */
  public static void check(Path directory) {
    if (Files.isSymbolicLink(directory.normalize())) {
      throw new OccupiedException(directory, "is a symbolic link");
    }
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new OccupiedException(directory, "is a file");
    }
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> there = files.sorted().toList();
      boolean ours = there.isEmpty() || isWire(directory.resolve(WIRE));
      for (Path file : there) {
        String name = String.valueOf(file.getFileName());
        if (Files.isSymbolicLink(file)) {
          throw new OccupiedException(directory, "has " + name + ", a symbolic link");
        }
        if (!ours || !isName(name) || !Files.isRegularFile(file)) {
          throw new OccupiedException(directory, "has " + name);
        }
      }
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  private static boolean isName(String name) {
    return NAMES.contains(
        name.endsWith(PART) ? name.substring(0, name.length() - PART.length()) : name);
  }

  /** Tells whether a file is a wire log of the kit: only those name a scenario in each line. */
  private static boolean isWire(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    byte[] beginning;
    try (InputStream in = Files.newInputStream(file)) {
      beginning = in.readNBytes(LONGEST_BEGINNING);
    }
    String line = new String(beginning, StandardCharsets.UTF_8);
    return line.isEmpty() || BEGINNING.matcher(line).lookingAt();
  }

  /** Creates a file that does not exist; no link that was put there is followed. */
  private static BufferedWriter create(Path file) throws IOException {
    return Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Adds the wire of a scenario that has been played. */
  public synchronized void add(ScenarioResult result) {
    try {
      String place = result.scenario().place();
      for (WireLine line : result.wire()) {
        write(json(place, line));
      }
      write(
          Json.object()
              .put("scenario", place)
              .put("direction", VERDICT)
              .put("text", result.verdict().name()));
      wire.flush();
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  private static ObjectNode json(String place, WireLine line) {
    ObjectNode json =
        Json.object()
            .put("micros", line.micros())
            .put("scenario", place)
            .put("agent", line.agent())
            .put("connection", line.connection())
            .put("direction", line.direction().name().toLowerCase(Locale.ROOT))
            .put("text", line.text());
    return line.isForeign() ? json.put("plain", line.plain()) : json;
  }

  /** Adds whole lines of messages.ndjson; without them there is no such file. */
  public synchronized void addMessages(String lines) {
    try {
      if (messages == null) {
        messages = create(directory.resolve(MESSAGES));
      }
      messages.write(lines);
      messages.flush();
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  /** Writes the files that sum the run up. */
  public synchronized void finish(Report report) {
    try {
      replace(RESULTS, report.json());
      replace("summary.md", report.markdown());
      replace("junit.xml", JUnitXml.render(report));
      replace("badge.json", Badge.render(report));
      replace("report.html", HtmlReport.render(report));
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      wire.close();
      if (messages != null) {
        messages.close();
      }
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  private void write(ObjectNode line) throws IOException {
    wire.write(Json.write(line));
    wire.write('\n');
  }

  /** Replaces a file in one move: a reader sees the old file or the whole new one. */
  private void replace(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Path part = directory.resolve(name + PART);
    try (BufferedWriter out = create(part)) {
      out.write(text);
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static UncheckedIOException unwritable(Path directory, IOException cause) {
    return FileTrouble.writing(directory.resolve("report.html"), cause);
  }
}
