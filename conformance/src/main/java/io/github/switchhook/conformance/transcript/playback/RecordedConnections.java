package io.github.switchhook.conformance.transcript.playback;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.protocol.Barrier;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.transcript.Transcript;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Splits a transcript by connection and finds out which message waits for which. */
final class RecordedConnections {
  /** The commands whose effects no other agent sees. */
  private static final Set<String> PRIVATE =
      Set.of(
          Commands.PREPARE_SESSION,
          Commands.SESSION_START,
          Commands.SESSION_ADD_CHANNEL,
          Commands.CHANNEL_ACTIVATE);

  /** The last messages of a connection, and those of others since it sent something. */
  private static final class Past {
    private @Nullable RecordedMessage request;
    private @Nullable RecordedMessage message;
    private final Map<RecordedConnection, RecordedMessage> others = new LinkedHashMap<>();
  }

  private final Map<RecordedConnection, Past> parts = new LinkedHashMap<>();
  private final Map<Integer, RecordedConnection> open = new HashMap<>();

  private RecordedConnections() {}

  /** Returns the connections in the order in which they were opened. */
  static List<RecordedConnection> read(Transcript transcript) {
    RecordedConnections reader = new RecordedConnections();
    for (WireLine line : transcript.lines()) {
      if (line.direction() == Direction.OPEN) {
        reader.open.remove(line.connection());
      } else if (isSaid(line) && !Barrier.isIn(line.text())) {
        reader.read(line);
      }
    }
    return List.copyOf(reader.parts.keySet());
  }

  private static boolean isSaid(WireLine line) {
    return line.direction() == Direction.OUT || line.direction() == Direction.IN;
  }

  private void read(WireLine line) {
    RecordedConnection connection =
        open.computeIfAbsent(line.connection(), number -> new RecordedConnection());
    Past past = parts.computeIfAbsent(connection, begun -> new Past());
    connection.isOf(line.agent());
    if (line.direction() == Direction.OUT) {
      request(line, connection, past);
    } else {
      message(line, connection, past);
    }
  }

  private void request(WireLine line, RecordedConnection connection, Past past) {
    RecordedMessage recorded =
        new RecordedMessage(true, line.micros(), line.text(), json(line), List.of());
    connection.add(recorded);
    past.request = recorded;
    past.others.clear();
    if (!PRIVATE.contains(recorded.command())) {
      parts.forEach(
          (other, its) -> {
            if (other != connection) {
              its.others.put(connection, recorded);
            }
          });
    }
  }

  private void message(WireLine line, RecordedConnection connection, Past past) {
    JsonNode message = json(line);
    List<RecordedMessage> causes = new ArrayList<>();
    if (past.request != null) {
      causes.add(past.request);
    }
    if (past.message != null) {
      causes.add(past.message);
    }
    if (!message.has("result")) {
      causes.addAll(past.others.values());
    }
    RecordedMessage recorded =
        new RecordedMessage(false, line.micros(), line.text(), message, causes);
    connection.add(recorded);
    past.message = recorded;
  }

  private static JsonNode json(WireLine line) {
    return Json.parse(line.text()).filter(JsonNode::isObject).orElseGet(Json::object);
  }
}
