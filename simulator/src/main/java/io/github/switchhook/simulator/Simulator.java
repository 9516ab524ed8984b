package io.github.switchhook.simulator;

import io.github.switchhook.simulator.agent.Switch;
import io.github.switchhook.simulator.control.Control;
import io.github.switchhook.simulator.engine.Engine;
import io.github.switchhook.simulator.engine.Ids;
import io.github.switchhook.simulator.engine.Journal;
import io.github.switchhook.simulator.engine.RealClock;
import io.github.switchhook.simulator.engine.SwitchClock;
import io.github.switchhook.simulator.engine.VirtualClock;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.transport.tyrus.TyrusServer;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A switch that listens. Thread-safe.
 *
 * <pre>{@code
 * try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
 *   connectTo(simulator.uri());
 * }
 * }</pre>
 */
public final class Simulator implements AutoCloseable {
  private static final int MAX_MESSAGE_BYTES = 256 * 1024;
  private static final int JOURNAL_ENTRIES = 10_000;
  // Virtual time begins at the same moment in every run, so that a run can be repeated.
  private static final Instant VIRTUAL_START = Instant.parse("2026-01-01T00:00:00Z");

  private final Engine engine;
  private final SwitchClock clock;
  private final Control control;
  private final TyrusServer server;

  private Simulator(Engine engine, SwitchClock clock, Control control, TyrusServer server) {
    this.engine = engine;
    this.clock = clock;
    this.control = control;
    this.server = server;
  }

  /**
   * Starts a switch.
   *
   * @throws IOException where the port is taken
   */
  public static Simulator start(SimulatorOptions options) throws IOException {
    Engine engine = new Engine();
    SwitchClock clock =
        options.virtualTime()
            ? new VirtualClock(VIRTUAL_START)
            : new RealClock(Clock.systemUTC(), engine::post);
    Switch theSwitch = new Switch(options.setup(), new Ids(options.seed()), clock);
    Journal journal = new Journal(JOURNAL_ENTRIES);
    SwitchLine.Shared shared =
        new SwitchLine.Shared(
            theSwitch, engine, clock, new Codec(options.prefixedStateEvents()), journal);
    AtomicLong connections = new AtomicLong();
    try {
      TyrusServer server =
          TyrusServer.start(
              options.address(),
              options.port(),
              options.path(),
              MAX_MESSAGE_BYTES,
              connection -> new SwitchLine(shared, connections.incrementAndGet(), connection));
      Control control = new Control(theSwitch, engine, clock, journal);
      return new Simulator(engine, clock, control, server);
    } catch (IOException e) {
      clock.close();
      engine.close();
      throw e;
    }
  }

  /** Where clients connect. */
  public URI uri() {
    return server.uri();
  }

  /** What a test may do to the switch. */
  public Control control() {
    return control;
  }

  /** Closes all connections and stops. */
  @Override
  public void close() {
    server.close();
    clock.close();
    engine.close();
  }
}
