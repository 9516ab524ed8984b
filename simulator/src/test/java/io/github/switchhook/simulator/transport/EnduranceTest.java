package io.github.switchhook.simulator.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * Checks for faults that show only after a while: a hidden limit on idle connections, and a
 * remainder of each of very many connections. The first waits while the second works.
 */
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // set before all tests
class EnduranceTest {
  private static final int CONNECTS = 20_000;
  private static final int WARM_UP = 2_000;
  private static final int JOURNAL_ENTRIES = 10_000;
  private static final long SLACK_BYTES = 1 << 20;
  private static final Duration IDLE = Duration.ofSeconds(35);
  private static final String PREPARE =
      "{\"command\":\"prepareSession\",\"data\":{\"model\":\"t\",\"override\":true,"
          + "\"agent\":{\"id\":\"alice\",\"password\":\"secret\"}}}";
  private static final Path FILES = Path.of("/proc/self/fd");

  private static Simulator simulator;
  private static RawClient idle;
  private static RawClient loggedIn;
  private static long since;

  @BeforeAll
  static void start() throws IOException {
    simulator = Simulator.start(SimulatorOptions.standard());
    idle = RawClient.open(simulator.uri());
    loggedIn = RawClient.open(simulator.uri());
    assertThat(loggedIn.ask(PREPARE.replace("alice", "bob")).text()).contains("success");
    since = System.nanoTime();
  }

  @AfterAll
  static void stop() throws IOException {
    idle.close();
    loggedIn.close();
    simulator.close();
  }

  @Test
  @Order(1)
  void leavesNothingOfTwentyThousandConnections() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(FILES), "counts files as Linux shows them");
    // The journal is full then, and keeps its size.
    try (RawClient talker = RawClient.open(simulator.uri())) {
      for (int i = 0; i < JOURNAL_ENTRIES; i++) {
        talker.ask(PREPARE);
      }
    }
    connect(WARM_UP);
    long files = files();
    long heap = Heap.used();

    connect(CONNECTS);

    await().atMost(Duration.ofSeconds(20)).until(() -> files() <= files);
    assertThat(Heap.used() - heap).isLessThan(SLACK_BYTES);
  }

  private static void connect(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      RawClient client = RawClient.connect(simulator.uri());
      switch (i % 5) {
        case 0 -> {}
        case 1 -> client.send(RawClient.ascii("GET /agent HTTP/1.1\r\n"));
        case 2 -> {
          client.send(RawClient.ascii("GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n"));
          client.head();
        }
        case 3 -> client.opened(simulator.uri());
        default -> {
          client.opened(simulator.uri());
          assertThat(client.ask(PREPARE).text()).contains("success");
        }
      }
      client.vanish();
    }
  }

  private static long files() throws IOException {
    try (Stream<Path> open = Files.list(FILES)) {
      return open.count();
    }
  }

  @Test
  @Order(2)
  void cutsOffNoClientForBeingIdle() throws IOException {
    await().atMost(IDLE.plusSeconds(10)).until(() -> System.nanoTime() - since > IDLE.toNanos());

    assertThat(idle.ask("still here").text()).contains("\"original\":\"still here\"");
    assertThat(loggedIn.ask("{\"command\":\"session.start\",\"target\":\"x\",\"data\":{}}").text())
        .contains("unknown-target");
  }
}
