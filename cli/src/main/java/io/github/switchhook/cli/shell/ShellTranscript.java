package io.github.switchhook.cli.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.ladder.LadderBuilder;
import io.github.switchhook.conformance.ladder.LadderRow;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.Events;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.session.ProtocolAnnotator;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import io.github.switchhook.conformance.wire.WireLog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The messages and operations of a shell, reported as they come. Thread-safe. */
final class ShellTranscript {
  private final Consumer<String> out;
  private final ProtocolAnnotator interpreter;
  private final WireLog log;
  private final long began = System.nanoTime();
  private final List<WireLine> lines = new ArrayList<>();
  private final LadderBuilder row = new LadderBuilder();

  ShellTranscript(Target target, Consumer<String> out) {
    this.out = out;
    this.interpreter = new ProtocolAnnotator(target);
    this.log = new WireLog(() -> (System.nanoTime() - began) / 1_000, target.secrets(), this::read);
  }

  /** Returns where connections note their lines. */
  WireLog log() {
    return log;
  }

  /** Notes an operation of an outside party. */
  void acted(String operation, ObjectNode arguments) {
    log.add(
        Direction.ACT, "", 0, Json.write(Json.object().put("act", operation).setAll(arguments)));
  }

  synchronized List<WireLine> lines() {
    return List.copyOf(lines);
  }

  /**
   * Returns the parties at the other end of a leg, as the agent was told, in the order in which
   * they joined.
   */
  Set<String> members(ShellAgent agent, ObjectRole leg) {
    Set<String> members = new LinkedHashSet<>();
    String target = agent.target(leg).orElse("");
    for (WireLine line : lines()) {
      if (line.agent().equals(agent.name()) && line.direction() == Direction.IN) {
        JsonNode event = Json.parse(line.text()).orElseGet(Json::object);
        String address = event.path("data").path("member").path("address").asText();
        if (event.path("target").asText().equals(target)) {
          switch (event.path("name").asText()) {
            case Events.CONVERSATION_MEMBER_ADDED -> members.add(address);
            case Events.CONVERSATION_MEMBER_REMOVED -> members.remove(address);
            default -> {
              // The members stay the same.
            }
          }
        }
      }
    }
    return members;
  }

  private synchronized void read(WireLine said) {
    interpreter.read(said).ifPresent(this::take);
  }

  private void take(WireLine line) {
    lines.add(line);
    row.add(line).filter(row -> row.kind() != LadderRow.RowKind.REQUEST).ifPresent(this::tell);
  }

  private void tell(LadderRow row) {
    String agent = row.from().equals(LadderBuilder.SWITCH) ? row.to() : row.from();
    out.accept(Escape.line(String.format("  %-9s %s", agent, row.label())));
    if (row.kind() == LadderRow.RowKind.REFUSAL) {
      Json.parse(row.detail())
          .map(answer -> answer.path("failure").path("message").asText())
          .filter(why -> !why.isBlank())
          .ifPresent(why -> out.accept("            " + Escape.line(why)));
    }
  }
}
