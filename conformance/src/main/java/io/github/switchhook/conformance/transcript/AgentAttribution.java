package io.github.switchhook.conformance.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.wire.WireLine;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Passes the lines of a proxy on, cleaned of secrets and with the agent's id as soon as it is
 * known: the first prepareSession on a connection identifies the agent. Thread-safe.
 */
public final class AgentAttribution implements Consumer<WireLine> {
  private final Map<Integer, String> agents = new HashMap<>();
  private final UnaryOperator<String> redaction;
  private final Consumer<WireLine> next;

  /**
   * Makes an attribution for all connections of a proxy.
   *
   * @param redaction takes secrets out of a text
   * @param next gets the lines in order
   */
  public AgentAttribution(UnaryOperator<String> redaction, Consumer<WireLine> next) {
    this.redaction = redaction;
    this.next = next;
  }

  @Override
  public synchronized void accept(WireLine line) {
    if (line.direction() == WireLine.Direction.OUT
        && line.text().contains(Commands.PREPARE_SESSION)) {
      Json.parse(line.text())
          .map(message -> message.path("data").path("agent").path("id"))
          .filter(JsonNode::isTextual)
          .ifPresent(id -> agents.putIfAbsent(line.connection(), id.textValue()));
    }
    next.accept(
        new WireLine(
            line.micros(),
            line.direction(),
            agents.getOrDefault(line.connection(), line.agent()),
            line.connection(),
            redaction.apply(line.text())));
  }
}
