package io.github.switchhook.conformance.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.files.FileTrouble;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.wire.WireLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Appends to a transcript. Each line is on its way to the disk when {@link #accept} returns, so
 * that a kill loses nothing. A failed write, as on a full disk, is thrown by {@link #close},
 * because lines come on threads of the network, which must not end by it. Thread-safe.
 */
public final class TranscriptWriter implements Consumer<WireLine>, AutoCloseable {
  private final Path file;
  private final Runnable failing;
  private final BufferedWriter out;
  private @Nullable IOException failure;

  /**
   * Opens a file, and creates it if it does not exist.
   *
   * @throws FileTrouble if it cannot be written
   */
  public TranscriptWriter(Path file) {
    this(file, () -> {});
  }

  /**
   * Opens a file; {@code failing} runs once, on any thread, where it cannot be written any more.
   */
  public TranscriptWriter(Path file, Runnable failing) {
    this.file = file;
    this.failing = failing;
    try {
      out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw FileTrouble.writing(file, e);
    }
  }

  @Override
  public synchronized void accept(WireLine line) {
    if (failure != null) {
      return;
    }
    try {
      out.write(row(line));
      out.newLine();
      out.flush();
    } catch (IOException e) {
      failure = e;
      failing.run();
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

  /**
   * Closes the file.
   *
   * @throws FileTrouble if anything could not be written
   */
  @Override
  public synchronized void close() {
    try {
      out.close();
    } catch (IOException e) {
      failure = failure == null ? e : failure;
    }
    if (failure != null) {
      throw FileTrouble.writing(file, failure);
    }
  }
}
