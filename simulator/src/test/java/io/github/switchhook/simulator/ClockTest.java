package io.github.switchhook.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.simulator.engine.ClockKind;
import io.github.switchhook.simulator.engine.Journal;
import io.github.switchhook.simulator.protocol.Codec;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Five minutes of ringing, on clocks that do not take five minutes of real time. */
@Timeout(20)
class ClockTest {
  private static final int FIVE_MINUTES = 300;

  @Test
  void sameSeedAndInputsGiveTheSameBytes() throws IOException {
    List<Journal.Entry> first = fiveMinutes(7);

    assertThat(first).hasSizeGreaterThan(100);
    assertThat(fiveMinutes(7)).isEqualTo(first);
    assertThat(fiveMinutes(8)).isNotEqualTo(first);
  }

  /** Customers call a queue; two agents let it ring; a dialled number gives up. */
  private static List<Journal.Entry> fiveMinutes(long seed) throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard().withSeed(seed))) {
      joinSales(simulator, "alice");
      joinSales(simulator, "bob");
      WebSocketAgent carol = WebSocketAgent.ready(simulator.uri(), "carol");
      carol.toChannel("channel.dial", "{\"destination\":\"5550140\"}");
      carol.until("interaction.initialized");
      perform(simulator, "call", "{\"from\":\"5551234\",\"to\":\"sales\"}");
      for (int second = 0; second < FIVE_MINUTES; second += 10) {
        perform(simulator, "advance", "{\"seconds\":10}");
      }
      return simulator.control().journal();
    }
  }

  @Test
  void autoJumpsToTheNextTimer() throws IOException {
    SimulatorOptions options =
        SimulatorOptions.standard().withClock(ClockKind.AUTO, Duration.ofMillis(5));
    try (Simulator simulator = Simulator.start(options)) {
      WebSocketAgent alice = WebSocketAgent.ready(simulator.uri(), "alice");
      alice.toChannel("channel.dial", "{\"destination\":\"5550260\"}");
      alice.until("interaction.initialized");

      assertThat(alice.until("state.updated").path("data").path("state").textValue())
          .isEqualTo("CONNECTED");
      assertThat(simulator.control().journal())
          .last()
          .satisfies(
              entry ->
                  assertThat(entry.time())
                      .isEqualTo(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60)));
    }
  }

  /**
   * Shows that what only timers do after the last input does not depend on how fast the clock
   * jumps.
   */
  @Test
  void autoGivesTheSameBytesForTheSameSeed() throws IOException {
    List<Journal.Entry> first = minuteOfRinging(7, 1);

    assertThat(first)
        .last()
        .extracting(Journal.Entry::time)
        .isEqualTo(Instant.parse("2026-01-01T00:01:00Z"));
    assertThat(minuteOfRinging(7, 20)).isEqualTo(first);
    assertThat(minuteOfRinging(8, 1)).isNotEqualTo(first);
  }

  /** Plays a minute in which a customer calls a queue and both its agents let it ring. */
  private static List<Journal.Entry> minuteOfRinging(long seed, int grace) throws IOException {
    SimulatorOptions options =
        SimulatorOptions.standard()
            .withSeed(seed)
            .withClock(ClockKind.AUTO, Duration.ofMillis(grace));
    try (Simulator simulator = Simulator.start(options)) {
      joinSales(simulator, "alice");
      WebSocketAgent bob = joinSales(simulator, "bob");
      perform(simulator, "call", "{\"from\":\"5551234\",\"to\":\"sales\"}");
      bob.until("interaction.created");
      while (!bob.until("state.updated").path("data").path("busy").asText().equals("false")) {
        // it rings
      }
      perform(simulator, "snapshot", "{}");
      return simulator.control().journal();
    }
  }

  private static WebSocketAgent joinSales(Simulator simulator, String agent) {
    WebSocketAgent caller = WebSocketAgent.ready(simulator.uri(), agent);
    caller.toChannel("channel.activate", "{\"channeloptions\":{\"queue\":\"sales\"}}");
    caller.until("state.updated");
    return caller;
  }

  @Test
  void autoStandsStillWhileInputKeepsComing() throws IOException {
    SimulatorOptions options =
        SimulatorOptions.standard().withClock(ClockKind.AUTO, Duration.ofMinutes(10));
    try (Simulator simulator = Simulator.start(options)) {
      WebSocketAgent alice = WebSocketAgent.ready(simulator.uri(), "alice");
      alice.toChannel("channel.dial", "{\"destination\":\"5550205\"}");
      alice.until("interaction.initialized");
      alice.toChannel("channel.activate", "{}");
      alice.until("channel.activate");

      assertThat(simulator.control().journal())
          .extracting(Journal.Entry::time)
          .containsOnly(Instant.parse("2026-01-01T00:00:00Z"));
      perform(simulator, "advance", "{\"seconds\":5}");
      assertThat(alice.until("state.updated").path("data").path("state").textValue())
          .isEqualTo("CONNECTED");
    }
  }

  private static void perform(Simulator simulator, String operation, String arguments) {
    simulator.control().perform(operation, Codec.readObject(arguments));
  }
}
