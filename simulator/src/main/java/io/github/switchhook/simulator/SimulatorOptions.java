package io.github.switchhook.simulator;

import io.github.switchhook.simulator.agent.SwitchSetup;
import io.github.switchhook.simulator.engine.ClockKind;
import io.github.switchhook.simulator.fault.Fault;
import io.github.switchhook.simulator.transport.ConnectionLimits;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator is started.
 *
 * @param address the one address to listen on
 * @param port 0 for any that is free
 * @param path of the WebSocket, beginning with a slash
 * @param clock how its time passes
 * @param grace the real time without input after which an automatic clock jumps
 * @param seed the same one makes the same ids
 * @param prefixedStateEvents whether state events are named {@code <object>.state.updated}
 * @param limits what one client may cost, and how long it may be silent
 * @param allowedHosts names by which clients may call this machine, beside those of loopback and
 *     the address listened on
 * @param faults what goes wrong from the start, and again after each reset
 * @param control where control is open over HTTP; null for nowhere
 */
public record SimulatorOptions(
    InetAddress address,
    int port,
    String path,
    ClockKind clock,
    Duration grace,
    long seed,
    boolean prefixedStateEvents,
    ConnectionLimits limits,
    Set<String> allowedHosts,
    List<Fault> faults,
    @Nullable ControlPort control,
    SwitchSetup setup) {

  /** Copies the collections, so that the options cannot change. */
  public SimulatorOptions {
    faults = List.copyOf(faults);
    allowedHosts = Set.copyOf(allowedHosts);
  }

  /**
   * Loopback, any free port, /agent, virtual time, seed 1, no faults, no control over HTTP, the
   * standard switch.
   */
  public static SimulatorOptions standard() {
    return new SimulatorOptions(
        InetAddress.getLoopbackAddress(),
        0,
        "/agent",
        ClockKind.VIRTUAL,
        Duration.ofMillis(50),
        1,
        false,
        ConnectionLimits.STANDARD,
        Set.of(),
        List.of(),
        null,
        SwitchSetup.standard());
  }

  /** Returns the same on another port; 0 for any that is free. */
  public SimulatorOptions withPort(int newPort) {
    return with(copy -> copy.port = newPort);
  }

  /** Returns the same on another path, which begins with a slash. */
  public SimulatorOptions withPath(String newPath) {
    return with(copy -> copy.path = newPath);
  }

  /** Returns the same on another clock. */
  public SimulatorOptions withClock(ClockKind newClock, Duration newGrace) {
    return with(
        copy -> {
          copy.clock = newClock;
          copy.grace = newGrace;
        });
  }

  /** Returns the same with another seed. */
  public SimulatorOptions withSeed(long newSeed) {
    return with(copy -> copy.seed = newSeed);
  }

  /** Returns the same with other faults. */
  public SimulatorOptions withFaults(List<Fault> newFaults) {
    return with(copy -> copy.faults = newFaults);
  }

  /** Returns the same with other limits for each client. */
  public SimulatorOptions withLimits(ConnectionLimits newLimits) {
    return with(copy -> copy.limits = newLimits);
  }

  /** Returns the same with other names by which clients may call this machine. */
  public SimulatorOptions withAllowedHosts(Set<String> names) {
    return with(copy -> copy.allowedHosts = names);
  }

  /** Returns the same with control over HTTP, or without where it is null. */
  public SimulatorOptions withControl(@Nullable ControlPort newControl) {
    return with(copy -> copy.control = newControl);
  }

  /** Returns the same with another set-up of agents, queues and capabilities. */
  public SimulatorOptions withSetup(SwitchSetup newSetup) {
    return with(copy -> copy.setup = newSetup);
  }

  private SimulatorOptions with(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.options();
  }

  /** The components, to change some of them. */
  private static final class Copy {
    private final InetAddress address;
    private int port;
    private String path;
    private ClockKind clock;
    private Duration grace;
    private long seed;
    private final boolean prefixedStateEvents;
    private ConnectionLimits limits;
    private Set<String> allowedHosts;
    private List<Fault> faults;
    private @Nullable ControlPort control;
    private SwitchSetup setup;

    Copy(SimulatorOptions of) {
      address = of.address;
      port = of.port;
      path = of.path;
      clock = of.clock;
      grace = of.grace;
      seed = of.seed;
      prefixedStateEvents = of.prefixedStateEvents;
      limits = of.limits;
      allowedHosts = of.allowedHosts;
      faults = of.faults;
      control = of.control;
      setup = of.setup;
    }

    SimulatorOptions options() {
      return new SimulatorOptions(
          address,
          port,
          path,
          clock,
          grace,
          seed,
          prefixedStateEvents,
          limits,
          allowedHosts,
          faults,
          control,
          setup);
    }
  }
}
