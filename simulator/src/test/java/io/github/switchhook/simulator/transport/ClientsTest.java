package io.github.switchhook.simulator.transport;

import static io.github.switchhook.simulator.transport.RawClient.PING;
import static io.github.switchhook.simulator.transport.RawClient.frame;
import static io.github.switchhook.simulator.transport.RawClient.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.engine.Journal;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One client does what it likes; the others are served, and the switch stays up. */
@Timeout(60)
class ClientsTest {
  private static final String FAILS = "{\"command\":\"%s\"}".formatted("x".repeat(4_000));
  private static final int OTHERS = 20;

  private static Simulator simulator(ConnectionLimits limits) throws IOException {
    return Simulator.start(SimulatorOptions.standard().withLimits(limits));
  }

  private static void assertServed(List<RawClient> clients) throws IOException {
    for (RawClient client : clients) {
      assertThat(client.ask("hello").text()).contains("\"original\":\"hello\"");
    }
  }

  private static List<RawClient> others(Simulator simulator) throws IOException {
    List<RawClient> others = new ArrayList<>();
    for (int i = 0; i < OTHERS; i++) {
      others.add(RawClient.open(simulator.uri()));
    }
    return others;
  }

  private static void assertCutOff(Simulator simulator, String why) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(simulator.control().journal())
                    .filteredOn(entry -> entry.kind() == Journal.EntryKind.CLOSED)
                    .extracting(Journal.Entry::text)
                    .contains(why));
  }

  /** Sends until the switch reads no more, or has ended the connection. */
  private static void flood(RawClient client, byte[] bytes, AtomicBoolean stop) {
    Thread sender =
        new Thread(
            () -> {
              try {
                while (!stop.get()) {
                  client.send(bytes);
                }
              } catch (IOException e) {
                // Cut off, as it should be, or the test is over.
              }
            });
    sender.setDaemon(true);
    sender.start();
  }

  @Test
  void cutsOffAClientThatReadsNothing() throws IOException {
    ConnectionLimits limits =
        ConnectionLimits.STANDARD.withQueue(128 << 10, 100_000, Duration.ofSeconds(30));
    AtomicBoolean stop = new AtomicBoolean();
    try (Simulator simulator = simulator(limits);
        RawClient stalled = RawClient.connect(simulator.uri(), 4096).opened(simulator.uri())) {
      List<RawClient> others = others(simulator);
      flood(stalled, text(FAILS), stop);

      assertServed(others);
      assertCutOff(simulator, "cut off: more than 131072 bytes wait to be read");
      assertServed(others);
      assertThat(stalled.ended()).as("its TCP connection is closed").isTrue();
    } finally {
      stop.set(true);
    }
  }

  @Test
  void makesNoMoreAnswersForAClientThatReadsNone() throws IOException {
    ConnectionLimits limits =
        ConnectionLimits.STANDARD.withQueue(64 << 20, 100_000, Duration.ofSeconds(30));
    AtomicBoolean stop = new AtomicBoolean();
    try (Simulator simulator = simulator(limits);
        RawClient stalled = RawClient.connect(simulator.uri(), 4096).opened(simulator.uri())) {
      flood(stalled, text(FAILS), stop);

      // Of 8 KiB each: what the switch keeps for it, what the system keeps, and what was read
      // ahead.
      await()
          .atMost(Duration.ofSeconds(10))
          .during(Duration.ofSeconds(2))
          .until(() -> requests(simulator) > 32 && requests(simulator) < 200);
      readAll(stalled);
      await().atMost(Duration.ofSeconds(10)).until(() -> requests(simulator) > 1_000);
    } finally {
      stop.set(true);
    }
  }

  private static long requests(Simulator simulator) {
    return simulator.control().journal().stream()
        .filter(entry -> entry.kind() == Journal.EntryKind.REQUEST)
        .count();
  }

  @Test
  void cutsOffAClientThatAsksForManySmallThings() throws IOException {
    ConnectionLimits limits =
        ConnectionLimits.STANDARD.withQueue(1 << 30, 1_000, Duration.ofSeconds(30));
    AtomicBoolean stop = new AtomicBoolean();
    try (Simulator simulator = simulator(limits);
        RawClient stalled = RawClient.connect(simulator.uri(), 4096).opened(simulator.uri())) {
      flood(stalled, frame(PING, new byte[125]), stop);

      assertCutOff(simulator, "cut off: more than 1000 messages wait to be read");
    } finally {
      stop.set(true);
    }
  }

  @Test
  void cutsOffAClientThatLeavesSomethingUnreadForTooLong() throws IOException {
    ConnectionLimits limits =
        ConnectionLimits.STANDARD.withQueue(64 << 20, 100_000, Duration.ofMillis(300));
    try (Simulator simulator = simulator(limits);
        RawClient stalled = RawClient.connect(simulator.uri(), 4096).opened(simulator.uri())) {
      // Enough to fill what the system holds for it, and not all that may wait.
      byte[] request = text(FAILS);
      Thread sender =
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < 3_000; i++) {
                    stalled.send(request);
                  }
                } catch (IOException e) {
                  // Cut off in the middle of it.
                }
              });
      sender.setDaemon(true);
      sender.start();

      assertCutOff(simulator, "cut off: nothing was read for 300 ms");
    }
  }

  @Test
  void givesTheMemoryBack() throws IOException {
    ConnectionLimits limits =
        ConnectionLimits.STANDARD.withQueue(4 << 20, 100_000, Duration.ofSeconds(3));
    AtomicBoolean stop = new AtomicBoolean();
    List<RawClient> stalled = new ArrayList<>();
    try (Simulator simulator = simulator(limits)) {
      long before = Heap.used();
      for (int i = 0; i < 10; i++) {
        RawClient client = RawClient.connect(simulator.uri(), 4096).opened(simulator.uri());
        stalled.add(client);
        flood(client, text(FAILS), stop);
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  simulator.control().journal().stream()
                          .filter(entry -> entry.kind() == Journal.EntryKind.CLOSED)
                          .count()
                      == stalled.size());
      stop.set(true);

      // What the journal keeps is bounded by itself: 10,000 entries of 8 KiB at most.
      assertThat(Heap.used() - before).isLessThan(10_000 * 8_400L * 2);
    } finally {
      stop.set(true);
      for (RawClient client : stalled) {
        client.close();
      }
    }
  }

  @Test
  void servesTheOthersWhileSomeFlood() throws IOException {
    AtomicBoolean stop = new AtomicBoolean();
    try (Simulator simulator = simulator(ConnectionLimits.STANDARD)) {
      List<RawClient> others = others(simulator);
      for (int i = 0; i < 10; i++) {
        RawClient client = RawClient.open(simulator.uri());
        flood(client, text(FAILS), stop);
        readAll(client);
      }

      // Each answer is read within ten seconds, or the read fails.
      for (int i = 0; i < 5; i++) {
        assertServed(others);
      }
    } finally {
      stop.set(true);
    }
  }

  private static void readAll(RawClient client) {
    Thread reader =
        new Thread(
            () -> {
              try {
                while (true) {
                  client.next();
                }
              } catch (IOException e) {
                // The test is over.
              }
            });
    reader.setDaemon(true);
    reader.start();
  }

  @Test
  void endsARequestThatNeverComesWhole() throws IOException {
    try (Simulator simulator = simulator(ConnectionLimits.STANDARD);
        RawClient slow = RawClient.connect(simulator.uri())) {
      slow.send(RawClient.ascii("GET /agent HTTP/1.1\r\nHost: loc"));

      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                try {
                  return slow.ended();
                } catch (SocketException e) {
                  return true;
                }
              });
    }
  }

  @Test
  void pingsAClientThatIsSilentAndCutsOffOneThatIsDead() throws IOException {
    ConnectionLimits limits = ConnectionLimits.STANDARD.withPing(Duration.ofMillis(200));
    try (Simulator simulator = simulator(limits);
        RawClient alive = RawClient.open(simulator.uri());
        RawClient dead = RawClient.open(simulator.uri())) {
      for (int i = 0; i < 10; i++) {
        RawClient.Received ping = alive.next();
        assertThat(ping.opcode()).isEqualTo(PING);
        alive.send(frame(RawClient.PONG, ping.bytes()));
      }

      assertCutOff(simulator, "cut off: none of 3 pings was answered");
      assertThat(dead.ended()).isTrue();
      assertThat(alive.ask("x").text()).contains("malformed-message");
    }
  }

  @Test
  void closesAnIdleClientIfItIsToldTo() throws IOException {
    ConnectionLimits limits = ConnectionLimits.STANDARD.withIdle(Duration.ofSeconds(1));
    try (Simulator simulator = simulator(limits);
        RawClient idle = RawClient.open(simulator.uri())) {
      RawClient.Received close = idle.closeFrame().orElseThrow();

      assertThat(close.code()).isEqualTo(1001);
      assertThat(close.reason()).isEqualTo("no message for 1 s");
      assertThat(idle.ended()).isTrue();
    }
  }

  @Test
  void tellsTheJournalHowAConnectionEnded() throws IOException {
    try (Simulator simulator = simulator(ConnectionLimits.STANDARD)) {
      RawClient polite = RawClient.open(simulator.uri());
      polite.send(RawClient.closing(1000, "bye"));
      assertCutOff(simulator, "the client closed it with 1000 bye");
      polite.close();
      RawClient.open(simulator.uri()).vanish();
      assertCutOff(simulator, "the connection was lost");
    }
  }
}
