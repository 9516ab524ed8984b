package io.github.switchhook.conformance.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.wire.WireLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The wire of a whole run as text that fits into a page: one JSON array a line for each scenario,
 * all of it packed by gzip and written in base64. A line of the wire is {@code [micros, mark,
 * agent, connection, text]}, and where the target differs from PROTOCOL, last what that says in
 * PROTOCOL's words.
 */
final class WireArchive {
  private WireArchive() {}

  static String pack(List<ScenarioResult> results) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packed = new Fast(bytes)) {
      for (ScenarioResult result : results) {
        packed.write(Json.write(scenario(result)).getBytes(StandardCharsets.UTF_8));
        packed.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot pack the wire", e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static ArrayNode scenario(ScenarioResult result) {
    ArrayNode lines = Json.object().arrayNode();
    for (WireLine line : result.wire()) {
      ArrayNode row = lines.addArray().add(line.micros()).add(line.direction().mark());
      row.add(line.agent()).add(line.connection()).add(line.text());
      if (line.isForeign()) {
        row.add(line.plain());
      }
    }
    return lines;
  }

  /** Packs at the fastest level, as the wire repeats itself and becomes small enough. */
  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream to) throws IOException {
      super(to, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
