package io.github.switchhook.conformance.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.text.Excerpt;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The lines that went over the wire, in order of time.
 *
 * @param lines oldest first
 * @param cutOff whether the file's last line is not whole, as after a kill
 */
public record Transcript(List<WireLine> lines, boolean cutOff) {
  /** The longest part of a wrong line that is shown, in UTF-16 units. */
  private static final int SHOWN = 60;

  public Transcript {
    lines = List.copyOf(lines);
  }

  /** Returns the same transcript to be shown: others than {@code record} may have written it. */
  public Transcript redacted() {
    return new Transcript(lines.stream().map(Redaction.STANDARD::redact).toList(), cutOff);
  }

  /**
   * Reads a file of JSON Lines: {@code {"micros", "connection", "agent", "direction", "message"}},
   * or {@code "text"} where the line was not JSON. Other keys are ignored, so that the wire.ndjson
   * of a run is a transcript too. An incomplete last line is left out.
   *
   * @throws TranscriptFormatException if a line is none of that, with its number
   * @throws IOException if the file cannot be read
   */
  public static Transcript read(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    List<String> rows = text.lines().toList();
    List<WireLine> lines = new ArrayList<>();
    boolean cutOff = false;
    for (int i = 0; i < rows.size(); i++) {
      String row = rows.get(i);
      if (row.isBlank()) {
        continue;
      }
      Optional<JsonNode> json = Json.parse(row).filter(JsonNode::isObject);
      if (json.isEmpty() && i == rows.size() - 1 && !text.endsWith("\n")) {
        cutOff = true;
      } else if (json.filter(Transcript::isNoLine).isEmpty()) {
        int number = i + 1;
        lines.add(
            json.map(node -> line(file, number, node))
                .orElseThrow(
                    () ->
                        new TranscriptFormatException(
                            file,
                            number,
                            "expected a JSON object, got " + Excerpt.of(row, SHOWN))));
      }
    }
    return new Transcript(lines, cutOff);
  }

  /** Returns the recordings that stand one after the other, as where a file was appended to. */
  public List<Transcript> recordings() {
    List<Transcript> recordings = new ArrayList<>();
    Set<Integer> used = new HashSet<>();
    int from = 0;
    for (int i = 0; i < lines.size(); i++) {
      WireLine line = lines.get(i);
      // Each recording counts its connections from one.
      if (line.direction() == Direction.OPEN && !used.add(line.connection())) {
        recordings.add(new Transcript(lines.subList(from, i), false));
        used.clear();
        used.add(line.connection());
        from = i;
      }
    }
    recordings.add(new Transcript(lines.subList(from, lines.size()), cutOff));
    return recordings;
  }

  /**
   * Tells whether an object of a run's wire.ndjson is not part of a transcript: the verdict of a
   * scenario, or a line that is not a message of the protocol.
   */
  private static boolean isNoLine(JsonNode json) {
    return json.path("direction").asText().equals("verdict")
        || json.path("plain").asText("-").isEmpty();
  }

  private static WireLine line(Path file, int number, JsonNode json) {
    JsonNode message = json.path("message");
    String plain = json.path("plain").asText(json.path("text").asText());
    String text = message.isMissingNode() ? plain : Json.write(message);
    return new WireLine(
        json.path("micros").asLong(),
        direction(file, number, json.path("direction").asText()),
        json.path("agent").asText(),
        json.path("connection").asInt(),
        text);
  }

  private static Direction direction(Path file, int number, String word) {
    for (Direction direction : Direction.values()) {
      if (word.equals(word(direction))) {
        return direction;
      }
    }
    throw new TranscriptFormatException(
        file,
        number,
        "direction: expected open, out, in, close or act, got "
            + (word.isEmpty() ? "nothing" : word));
  }

  /** Returns how a transcript writes a direction; {@code out} is what the client sent. */
  static String word(Direction direction) {
    return direction.name().toLowerCase(Locale.ROOT);
  }
}
