package io.github.switchhook.simulator;

import io.github.switchhook.simulator.agent.SwitchSetup;
import io.github.switchhook.simulator.engine.ClockKind;
import io.github.switchhook.simulator.fault.Fault;
import io.github.switchhook.simulator.transport.ConnectionLimits;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options that a simulator is started with; immutable.
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

  /** Copies the collections, so that the options are immutable. */
  public SimulatorOptions {
    faults = List.copyOf(faults);
    allowedHosts = Set.copyOf(allowedHosts);
  }

  /**
   * Returns the defaults: loopback, any free port, /agent, virtual time, seed 1, no faults, no
   * control over HTTP, the standard switch.
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

  /** Returns a copy with another port. */
  public SimulatorOptions withPort(int newPort) {
    return new SimulatorOptions(
        address,
        newPort,
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

  /** Returns a copy with another path. */
  public SimulatorOptions withPath(String newPath) {
    return new SimulatorOptions(
        address,
        port,
        newPath,
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

  /** Returns a copy with another clock. */
  public SimulatorOptions withClock(ClockKind newClock, Duration newGrace) {
    return new SimulatorOptions(
        address,
        port,
        path,
        newClock,
        newGrace,
        seed,
        prefixedStateEvents,
        limits,
        allowedHosts,
        faults,
        control,
        setup);
  }

  /** Returns a copy with another seed. */
  public SimulatorOptions withSeed(long newSeed) {
    return new SimulatorOptions(
        address,
        port,
        path,
        clock,
        grace,
        newSeed,
        prefixedStateEvents,
        limits,
        allowedHosts,
        faults,
        control,
        setup);
  }

  /** Returns a copy with other standing faults. */
  public SimulatorOptions withFaults(List<Fault> newFaults) {
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
        newFaults,
        control,
        setup);
  }

  /** Returns a copy with other limits for each client. */
  public SimulatorOptions withLimits(ConnectionLimits newLimits) {
    return new SimulatorOptions(
        address,
        port,
        path,
        clock,
        grace,
        seed,
        prefixedStateEvents,
        newLimits,
        allowedHosts,
        faults,
        control,
        setup);
  }

  /** Returns a copy with other host names by which clients may address this machine. */
  public SimulatorOptions withAllowedHosts(Set<String> names) {
    return new SimulatorOptions(
        address,
        port,
        path,
        clock,
        grace,
        seed,
        prefixedStateEvents,
        limits,
        names,
        faults,
        control,
        setup);
  }

  /** Returns a copy with control over HTTP, or without it where {@code newControl} is null. */
  public SimulatorOptions withControl(@Nullable ControlPort newControl) {
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
        newControl,
        setup);
  }

  /** Returns a copy with another set-up of agents, queues and capabilities. */
  public SimulatorOptions withSetup(SwitchSetup newSetup) {
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
        newSetup);
  }
}
