package io.github.switchhook.conformance.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.wire.WireLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The wire of a whole run as text that fits into a page: one JSON array a line for each scenario,
 * all of it packed by gzip and written in base64. A line of the wire is {@code [micros, mark,
 * agent, connection, text]}, and where the target does not speak like PROTOCOL, last what that says
 * in PROTOCOL's words.
 */
final class WireArchive {
  private WireArchive() {}

  static String pack(List<ScenarioResult> results) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packed = new Fast(bytes);
        JsonGenerator json = new JsonFactory().createGenerator(packed)) {
      json.setRootValueSeparator(new SerializedString("\n"));
      for (ScenarioResult result : results) {
        json.writeStartArray();
        for (WireLine line : result.wire()) {
          json.writeStartArray();
          json.writeNumber(line.micros());
          json.writeString(line.direction().mark());
          json.writeString(line.agent());
          json.writeNumber(line.connection());
          json.writeString(line.text());
          if (line.isForeign()) {
            json.writeString(line.plain());
          }
          json.writeEndArray();
        }
        json.writeEndArray();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot pack the wire", e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /** The wire repeats itself so much that the quickest packing is small enough. */
  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream to) throws IOException {
      super(to, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
