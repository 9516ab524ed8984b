package io.github.switchhook.conformance.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.wire.Json;
import io.github.switchhook.conformance.wire.WireLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Appends to a transcript. Each line is on its way to the disk when {@link #accept} returns, so
 * that a kill loses nothing. Thread-safe.
 */
public final class TranscriptWriter implements Consumer<WireLine>, AutoCloseable {
  private final BufferedWriter out;

  /**
   * Opens a file, and makes it if need be.
   *
   * @throws IOException if it cannot be written
   */
  public TranscriptWriter(Path file) throws IOException {
    out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Override
  public synchronized void accept(WireLine line) {
    try {
      out.write(row(line));
      out.newLine();
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the transcript cannot be written", e);
    }
  }

  /** Renders a line as one JSON object. */
  static String row(WireLine line) {
    ObjectNode row =
        Json.object()
            .put("micros", line.micros())
            .put("connection", line.connection())
            .put("agent", line.agent())
            .put("direction", Transcript.word(line.direction()));
    Optional<JsonNode> message = Json.parse(line.text()).filter(JsonNode::isObject);
    // Only where nothing of the raw text is lost.
    if (message.isPresent() && Json.write(message.get()).equals(line.text())) {
      row.set("message", message.get());
    } else {
      row.put("text", line.text());
    }
    return Json.write(row);
  }

  @Override
  public synchronized void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the transcript cannot be closed", e);
    }
  }
}
