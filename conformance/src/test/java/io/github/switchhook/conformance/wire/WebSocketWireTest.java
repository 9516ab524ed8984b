package io.github.switchhook.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The kit's WebSocket client on a real socket. */
@Timeout(30)
class WebSocketWireTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  @Test
  void sendsAndReceivesAndLogsEveryLine() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
      Target target = Target.standard("simulator", simulator.uri());
      try (Wire wire = new WebSocketWire(target)) {
        WireLog log = new WireLog(() -> 7, target.secrets());
        MessageConnection connection = wire.connect(AgentNames.FIRST, log);

        connection.send("{\"password\":\"secret\"}");
        assertThat(connection.receive(SOON)).isInstanceOf(Inbound.Text.class);
        connection.send(ByteBuffer.wrap(new byte[] {1}));
        assertThat(connection.receive(SOON)).isInstanceOf(Inbound.Text.class);
        assertThat(connection.receive(Duration.ZERO)).isEqualTo(new Inbound.Nothing());
        connection.send("x".repeat(300 * 1024));
        assertThat(connection.receive(SOON))
            .isInstanceOfSatisfying(
                Inbound.Closed.class, end -> assertThat(end.code()).isEqualTo(1009));

        assertThat(log.lines()).extracting(WireLine::connection).containsOnly(1);
        assertThat(log.lines()).extracting(WireLine::agent).containsOnly(AgentNames.FIRST);
        assertThat(log.lines())
            .extracting(WireLine::text)
            .contains("{\"password\":\"***\"}", "(binary, 1 bytes)")
            .noneMatch(text -> text.contains("secret"));
        assertThat(log.lines())
            .extracting(WireLine::text)
            .anyMatch(text -> text.endsWith("... (307200 characters)"));
      }
    }
  }

  @Test
  void saysWhatCannotBeReached() {
    try (Wire wire =
        new WebSocketWire(Target.standard("nobody", URI.create("ws://127.0.0.1:1/agent")))) {
      assertThatThrownBy(
              () ->
                  wire.connect(
                      AgentNames.FIRST,
                      new WireLog(
                          () -> 0, Target.standard("nobody", URI.create("ws://x/")).secrets())))
          .isInstanceOf(Wire.UnreachableException.class)
          .hasMessage(
              "cannot connect to ws://127.0.0.1:1/agent: nothing listens on port 1 of 127.0.0.1");
    }
  }

  @Test
  void keepsNoMoreThanItsLimitAndReportsTheExcess() {
    assertThat(kept("x")).isEqualTo(10_000);
    assertThat(kept("x".repeat(1 << 20))).isEqualTo(16);
  }

  /** Returns how many of these messages an inbox keeps, after which it tells of a flood. */
  private static int kept(String text) {
    Inbox inbox = new Inbox();
    int kept = 0;
    while (inbox.put(new Inbound.Text(text))) {
      kept++;
    }
    inbox.end(new Inbound.Closed(1000, ""));
    for (int i = 0; i < kept; i++) {
      assertThat(inbox.take(Duration.ZERO)).isEqualTo(new Inbound.Text(text));
    }
    assertThat(inbox.take(SOON)).isInstanceOf(Inbound.Flooded.class);
    return kept;
  }

  @Test
  void forgetsTheOldestLinesOfALog() {
    WireLog log = new WireLog(() -> 0, Target.standard("x", URI.create("ws://x/")).secrets());
    for (int i = 0; i < 3_000; i++) {
      log.add(WireLine.Direction.IN, AgentNames.FIRST, 1, "line " + i);
    }

    assertThat(log.lines()).hasSize(2_000).last().extracting(WireLine::text).isEqualTo("line 2999");
    assertThat(log.dropped()).isEqualTo(1_000);
  }
}
