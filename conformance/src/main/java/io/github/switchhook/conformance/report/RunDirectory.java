package io.github.switchhook.conformance.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.files.FileTrouble;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.wire.Json;
import io.github.switchhook.conformance.wire.WireLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The files of one run. wire.ndjson and messages.ndjson grow with every scenario, so that a run
 * that is killed leaves what it had; the others are written at the end, each whole or not at all.
 * Thread-safe.
 */
public final class RunDirectory implements AutoCloseable {
  static final String RESULTS = "results.json";
  static final String WIRE = "wire.ndjson";
  private static final String MESSAGES = "messages.ndjson";

  /** The direction of a line that ends a scenario; its text is the verdict. */
  static final String VERDICT = "verdict";

  private static final List<String> FILES =
      List.of(RESULTS, MESSAGES, "summary.md", "junit.xml", "badge.json", "report.html");

  private final Path directory;
  private final BufferedWriter wire;
  private @Nullable BufferedWriter messages;

  private RunDirectory(Path directory, BufferedWriter wire) {
    this.directory = directory;
    this.wire = wire;
  }

  /**
   * Makes the directory if need be and takes away what an earlier run left in it, which would speak
   * for this one if it is killed.
   *
   * @throws UncheckedIOException if nothing can be written there
   */
  public static RunDirectory begin(Path directory) {
    try {
      Files.createDirectories(directory);
      for (String file : FILES) {
        Files.deleteIfExists(directory.resolve(file));
      }
      return new RunDirectory(directory, Files.newBufferedWriter(directory.resolve(WIRE)));
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
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
        messages = Files.newBufferedWriter(directory.resolve(MESSAGES));
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

  /** A reader sees the old file or the whole new one. */
  private void replace(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Path part = directory.resolve(name + ".part");
    Files.writeString(part, text);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static UncheckedIOException unwritable(Path directory, IOException cause) {
    return FileTrouble.writing(directory.resolve("report.html"), cause);
  }
}
