package io.github.switchhook.simulator;

import io.github.switchhook.simulator.agent.Switch;
import io.github.switchhook.simulator.control.Control;
import io.github.switchhook.simulator.engine.AutoClock;
import io.github.switchhook.simulator.engine.Engine;
import io.github.switchhook.simulator.engine.Ids;
import io.github.switchhook.simulator.engine.Journal;
import io.github.switchhook.simulator.engine.RealClock;
import io.github.switchhook.simulator.engine.SwitchClock;
import io.github.switchhook.simulator.engine.VirtualClock;
import io.github.switchhook.simulator.fault.Faults;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.transport.Loopback;
import io.github.switchhook.simulator.transport.http.ControlServer;
import io.github.switchhook.simulator.transport.tyrus.TyrusServer;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A switch that listens on a port. Thread-safe.
 *
 * <pre>{@code
 * try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
 *   connectTo(simulator.uri());
 * }
 * }</pre>
 */
public final class Simulator implements AutoCloseable {
  private static final int JOURNAL_ENTRIES = 10_000;
  // Virtual time begins at the same moment in every run, so that a run can be repeated.
  private static final Instant VIRTUAL_START = Instant.parse("2026-01-01T00:00:00Z");

  private final Engine engine;
  private final SwitchClock clock;
  private final Control control;
  private final TyrusServer server;
  private final @Nullable ControlServer controlServer;

  private Simulator(
      Engine engine,
      SwitchClock clock,
      Control control,
      TyrusServer server,
      @Nullable ControlServer controlServer) {
    this.engine = engine;
    this.clock = clock;
    this.control = control;
    this.server = server;
    this.controlServer = controlServer;
  }

  /**
   * Starts a switch and opens its ports; returns when clients can connect.
   *
   * @throws IOException where a port is taken
   * @throws IllegalArgumentException where a fault is for an agent that does not exist
   */
  public static Simulator start(SimulatorOptions options) throws IOException {
    Faults faults = new Faults(options.faults(), options.setup().agentNames());
    Engine engine = new Engine();
    SwitchClock time = clock(options, engine);
    Journal journal = new Journal(JOURNAL_ENTRIES, time::now);
    SwitchClock clock = time.wrapping(journal::keepingCause);
    Switch theSwitch = new Switch(options.setup(), new Ids(options.seed()), clock);
    ClientSession.Shared shared =
        new ClientSession.Shared(
            theSwitch,
            engine,
            clock,
            new Codec(options.prefixedStateEvents()),
            journal,
            faults,
            options.setup().agents());
    Control control = new Control(theSwitch, engine, clock, journal, faults);
    AtomicLong connections = new AtomicLong();
    ControlPort port = options.control();
    Loopback guard = Loopback.and(options.address(), options.allowedHosts());
    ControlServer controlServer = null;
    try {
      controlServer =
          port == null
              ? null
              : ControlServer.start(options.address(), port.port(), port.token(), guard, control);
      TyrusServer server =
          TyrusServer.start(
              options.address(),
              options.port(),
              options.path(),
              guard,
              options.limits(),
              connection -> new ClientSession(shared, connections.incrementAndGet(), connection));
      return new Simulator(engine, clock, control, server, controlServer);
    } catch (IOException e) {
      if (controlServer != null) {
        controlServer.close();
      }
      clock.close();
      engine.close();
      throw e;
    }
  }

  private static SwitchClock clock(SimulatorOptions options, Engine engine) {
    return switch (options.clock()) {
      case REAL -> new RealClock(Clock.systemUTC(), engine::post);
      case VIRTUAL -> new VirtualClock(VIRTUAL_START);
      case AUTO -> new AutoClock(VIRTUAL_START, engine, options.grace());
    };
  }

  /** Returns the WebSocket address that clients connect to. */
  public URI uri() {
    return server.uri();
  }

  /** Returns the operations with which a test steers the switch; thread-safe. */
  public Control control() {
    return control;
  }

  /**
   * Returns the address of control over HTTP, if it is open: {@code http://127.0.0.1:8018/control}.
   */
  public Optional<URI> controlUri() {
    return Optional.ofNullable(controlServer).map(ControlServer::uri);
  }

  /** Closes all connections and ports, and stops the switch. */
  @Override
  public void close() {
    if (controlServer != null) {
      controlServer.close();
    }
    server.close();
    clock.close();
    engine.close();
  }
}
