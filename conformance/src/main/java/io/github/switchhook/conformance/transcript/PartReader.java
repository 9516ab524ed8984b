package io.github.switchhook.conformance.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.ladder.Rungs;
import io.github.switchhook.conformance.wire.Json;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes a transcript apart, connection by connection, and finds out what waits for what. */
final class PartReader {
  /** What an agent sends without anybody else noticing. */
  private static final Set<String> PRIVATE =
      Set.of("prepareSession", "session.start", "session.request.addchannel", "channel.activate");

  /** What was said last on a connection, and what others have sent since it sent something. */
  private static final class Past {
    private @Nullable Cue request;
    private @Nullable Cue message;
    private final Map<Part, Cue> others = new LinkedHashMap<>();
  }

  private final Map<Part, Past> parts = new LinkedHashMap<>();
  private final Map<Integer, Part> open = new HashMap<>();

  private PartReader() {}

  /** Returns the connections in the order in which they were opened. */
  static List<Part> read(Transcript transcript) {
    PartReader reader = new PartReader();
    for (WireLine line : transcript.lines()) {
      if (line.direction() == Direction.OPEN) {
        reader.open.remove(line.connection());
      } else if (isSaid(line) && !Rungs.isBarrier(line)) {
        reader.read(line);
      }
    }
    return List.copyOf(reader.parts.keySet());
  }

  private static boolean isSaid(WireLine line) {
    return line.direction() == Direction.OUT || line.direction() == Direction.IN;
  }

  private void read(WireLine line) {
    Part part = open.computeIfAbsent(line.connection(), connection -> new Part());
    Past past = parts.computeIfAbsent(part, begun -> new Past());
    part.isOf(line.agent());
    if (line.direction() == Direction.OUT) {
      request(line, part, past);
    } else {
      message(line, part, past);
    }
  }

  private void request(WireLine line, Part part, Past past) {
    Cue cue = new Cue(true, line.micros(), line.text(), json(line), List.of());
    part.add(cue);
    past.request = cue;
    past.others.clear();
    if (!PRIVATE.contains(cue.command())) {
      parts.forEach(
          (other, its) -> {
            if (other != part) {
              its.others.put(part, cue);
            }
          });
    }
  }

  private void message(WireLine line, Part part, Past past) {
    JsonNode message = json(line);
    List<Cue> causes = new ArrayList<>();
    if (past.request != null) {
      causes.add(past.request);
    }
    if (past.message != null) {
      causes.add(past.message);
    }
    if (!message.has("result")) {
      causes.addAll(past.others.values());
    }
    Cue cue = new Cue(false, line.micros(), line.text(), message, causes);
    part.add(cue);
    past.message = cue;
  }

  private static JsonNode json(WireLine line) {
    return Json.parse(line.text()).filter(JsonNode::isObject).orElseGet(Json::object);
  }
}
