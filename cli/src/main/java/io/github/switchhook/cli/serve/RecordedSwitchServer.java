package io.github.switchhook.cli.serve;

import io.github.switchhook.conformance.transcript.playback.RecordedSwitch;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.simulator.transport.Connection;
import io.github.switchhook.simulator.transport.ConnectionHandler;
import io.github.switchhook.simulator.transport.ConnectionLimits;
import io.github.switchhook.simulator.transport.Loopback;
import io.github.switchhook.simulator.transport.tyrus.TyrusServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Listens as a switch does and sends what the switch of a transcript sent. Transport threads hand
 * messages over; the thread that calls {@link #play} does everything else.
 */
final class RecordedSwitchServer implements AutoCloseable {
  private static final int MAX_MESSAGE_BYTES = 256 << 10;
  private static final int MAX_WAITING = 10_000;
  private static final int NO_DATA_TYPE = 1003;
  private static final int TRY_AGAIN_LATER = 1013;
  private static final Duration POLL = Duration.ofMillis(200);

  /** The time that desktops have to receive the end and to disconnect. */
  private static final Duration CLOSE_TIME = Duration.ofSeconds(5);

  private final RecordedSwitch part;
  private final Consumer<WireLine> tap;
  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
  private final AtomicInteger connections = new AtomicInteger();
  private final Map<Integer, Connection> here = new HashMap<>();
  private long began = System.nanoTime();
  private final TyrusServer server;

  /**
   * Starts listening on loopback.
   *
   * @param tap is told every line, by the thread that plays
   * @throws IOException where the port is taken
   */
  RecordedSwitchServer(RecordedSwitch part, int port, String path, Consumer<WireLine> tap)
      throws IOException {
    this.part = part;
    this.tap = tap;
    server =
        TyrusServer.start(
            InetAddress.getLoopbackAddress(),
            port,
            path,
            Loopback.ONLY,
            ConnectionLimits.STANDARD.withMessageBytes(MAX_MESSAGE_BYTES),
            this::open);
  }

  URI uri() {
    return server.uri();
  }

  /** Plays until the transcript is over, a desktop diverges from it, or it is interrupted. */
  void play(BooleanSupplier interrupted) throws InterruptedException {
    while (!interrupted.getAsBoolean() && !part.isPlayed() && part.divergence().isEmpty()) {
      long untilDue = part.nextDue().orElse(Long.MAX_VALUE) - micros();
      await(Math.max(0, Math.min(untilDue, POLL.toNanos() / 1_000)));
      part.due(micros()).forEach(this::send);
    }
    long deadline = micros() + CLOSE_TIME.toNanos() / 1_000;
    while (!interrupted.getAsBoolean() && !here.isEmpty() && micros() < deadline) {
      await(POLL.toNanos() / 1_000);
    }
  }

  private void await(long micros) throws InterruptedException {
    Runnable next = waiting.poll(micros, TimeUnit.MICROSECONDS);
    if (next != null) {
      next.run();
    }
  }

  private long micros() {
    return (System.nanoTime() - began) / 1_000;
  }

  private void come(int number, Connection desktop) {
    if (number == 1) {
      began = System.nanoTime();
    }
    here.put(number, desktop);
  }

  private void heard(int number, String text) {
    var answers = part.heard(number, text, micros());
    note(WireLine.Direction.OUT, number, text);
    answers.forEach(this::send);
  }

  private void gone(int number) {
    here.remove(number);
    part.gone(number);
    if (!part.agent(number).isEmpty()) {
      note(WireLine.Direction.CLOSE, number, "by the desktop");
    }
  }

  private void send(RecordedSwitch.Delivery delivery) {
    Connection desktop = here.get(delivery.connection());
    if (desktop != null) {
      desktop.send(delivery.text());
      note(WireLine.Direction.IN, delivery.connection(), delivery.text());
    }
  }

  private void note(WireLine.Direction direction, int number, String text) {
    tap.accept(new WireLine(micros(), direction, part.agent(number), number, text));
  }

  private ConnectionHandler open(Connection desktop) {
    int number = connections.incrementAndGet();
    Visit visit = new Visit(number, desktop);
    visit.handOver(() -> come(number, desktop));
    return visit;
  }

  @Override
  public void close() {
    server.close();
  }

  /** The connection of one desktop. */
  private final class Visit implements ConnectionHandler {
    private final int number;
    private final Connection desktop;

    Visit(int number, Connection desktop) {
      this.number = number;
      this.desktop = desktop;
    }

    void handOver(Runnable what) {
      if (!waiting.offer(what)) {
        desktop.close(TRY_AGAIN_LATER, "more was sent than can be read");
      }
    }

    @Override
    public void received(String text) {
      handOver(() -> heard(number, text));
    }

    @Override
    public void receivedBinary(int bytes) {
      desktop.close(NO_DATA_TYPE, "the protocol is text only");
    }

    @Override
    public void closed(String why) {
      handOver(() -> gone(number));
    }
  }
}
