package io.github.switchhook.cli.replay;

import io.github.switchhook.conformance.profile.Secrets;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.wire.Inbound;
import io.github.switchhook.conformance.wire.MessageConnection;
import io.github.switchhook.conformance.wire.WebSocketWire;
import io.github.switchhook.conformance.wire.Wire;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLog;
import io.github.switchhook.simulator.transport.Connection;
import io.github.switchhook.simulator.transport.ConnectionHandler;
import io.github.switchhook.simulator.transport.ConnectionLimits;
import io.github.switchhook.simulator.transport.Loopback;
import io.github.switchhook.simulator.transport.tyrus.TyrusServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Stands between a desktop and a switch and passes every text message on as it is, while the lines
 * are noted. Binary frames, which the protocol does not have, are noted and not passed on.
 */
final class RecordingProxy implements AutoCloseable {
  private static final int MAX_MESSAGE_BYTES = 1 << 20;
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int NO_CLOSE_FRAME = 1006;
  private static final int GOING_AWAY = 1001;
  private static final int TRY_AGAIN_LATER = 1013;
  private static final int NO_DATA_TYPE = 1003;

  private final WebSocketWire wire;
  private final WireLog log;
  private final Consumer<String> told;
  private final TyrusServer server;

  private RecordingProxy(
      int port, String path, Target target, Consumer<WireLine> tap, Consumer<String> told)
      throws IOException {
    this.told = told;
    long began = System.nanoTime();
    wire = new WebSocketWire(target, false);
    log = new WireLog(() -> (System.nanoTime() - began) / 1_000, Secrets.of(List.of()), tap);
    server =
        TyrusServer.start(
            InetAddress.getLoopbackAddress(),
            port,
            path,
            Loopback.ONLY,
            ConnectionLimits.STANDARD.withMessageBytes(MAX_MESSAGE_BYTES),
            this::open);
  }

  /**
   * Starts listening on loopback.
   *
   * @param target the switch, for its address only: every message is passed on as it is
   * @param tap is told every line as it came, secrets and all
   * @param told hears why a desktop is turned away, on any thread
   * @throws IOException where the port is taken
   */
  static RecordingProxy start(
      int port, String path, Target target, Consumer<WireLine> tap, Consumer<String> told)
      throws IOException {
    return new RecordingProxy(port, path, target, tap, told);
  }

  URI uri() {
    return server.uri();
  }

  private ConnectionHandler open(Connection desktop) {
    try {
      MessageConnection upstream;
      synchronized (wire) {
        upstream = wire.connect("", log);
      }
      Passage passage = new Passage(desktop, upstream);
      Thread pump = new Thread(passage::pump, "switchhook-proxy");
      pump.setDaemon(true);
      pump.start();
      return passage;
    } catch (Wire.UnreachableException e) {
      told.accept(e.getMessage() + "; look at " + e.lookAt());
      desktop.close(TRY_AGAIN_LATER, "the switch cannot be reached");
      return new Nowhere();
    }
  }

  @Override
  public void close() {
    server.close();
    wire.close();
  }

  /** The connection of one desktop, with the connection to the switch that belongs to it. */
  private static final class Passage implements ConnectionHandler {
    private final Connection desktop;
    private final MessageConnection upstream;

    Passage(Connection desktop, MessageConnection upstream) {
      this.desktop = desktop;
      this.upstream = upstream;
    }

    @Override
    public void received(String text) {
      upstream.send(text);
    }

    @Override
    public void receivedBinary(int bytes) {
      desktop.close(NO_DATA_TYPE, "the proxy passes text only");
      upstream.close();
    }

    @Override
    public void closed(String why) {
      upstream.close();
    }

    /** Passes on what the switch says, until one of the two closes. */
    void pump() {
      while (true) {
        Inbound next = upstream.receive(POLL);
        if (next instanceof Inbound.Text text) {
          desktop.send(text.text());
        } else if (next instanceof Inbound.NoMessage none && ended(none)) {
          return;
        }
      }
    }

    private boolean ended(Inbound.NoMessage none) {
      switch (none.cause()) {
        case CLOSED -> {
          Inbound.Closed end = (Inbound.Closed) none;
          desktop.close(end.code() == NO_CLOSE_FRAME ? GOING_AWAY : end.code(), end.reason());
        }
        case FLOODED, MALFORMED ->
            desktop.close(TRY_AGAIN_LATER, "the switch sent what could not be passed on");
        case NOTHING -> {}
      }
      return none.isEnd();
    }
  }

  /** The handler of a desktop that is being turned away. */
  private static final class Nowhere implements ConnectionHandler {
    @Override
    public void received(String text) {
      // The desktop is being turned away, so what it sends is ignored.
    }

    @Override
    public void receivedBinary(int bytes) {
      // The desktop is being turned away, so what it sends is ignored.
    }

    @Override
    public void closed(String why) {
      // There is no connection to a target to be closed.
    }
  }
}
