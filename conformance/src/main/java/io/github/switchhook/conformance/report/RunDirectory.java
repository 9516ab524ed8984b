package io.github.switchhook.conformance.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.wire.Json;
import io.github.switchhook.conformance.wire.WireLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** The files of one run. */
final class RunDirectory {
  private RunDirectory() {}

  static void write(Report report, Path directory) {
    try {
      Files.createDirectories(directory);
      replace(directory.resolve("results.json"), report.json());
      replace(directory.resolve("summary.md"), report.markdown());
      replace(directory.resolve("junit.xml"), JUnitXml.render(report));
      replace(directory.resolve("wire.ndjson"), wire(report));
      replace(directory.resolve("report.html"), HtmlReport.render(report));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the report into " + directory, e);
    }
  }

  /** A reader sees the old file or the whole new one. */
  private static void replace(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, text);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String wire(Report report) {
    StringBuilder lines = new StringBuilder();
    for (ScenarioResult result : report.scenarios()) {
      for (WireLine line : result.wire()) {
        ObjectNode json =
            Json.object()
                .put("micros", line.micros())
                .put("scenario", result.scenario().place())
                .put("agent", line.agent())
                .put("connection", line.connection())
                .put("direction", line.direction().name().toLowerCase(Locale.ROOT))
                .put("text", line.text());
        lines.append(Json.write(json)).append('\n');
      }
    }
    return lines.toString();
  }
}
