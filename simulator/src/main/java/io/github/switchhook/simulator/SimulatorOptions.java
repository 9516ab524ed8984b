package io.github.switchhook.simulator;

import io.github.switchhook.simulator.agent.SwitchSetup;
import java.net.InetAddress;

/**
 * How a simulator is started.
 *
 * @param address the one address to listen on
 * @param port 0 for any that is free
 * @param path of the WebSocket, beginning with a slash
 * @param virtualTime whether time stands still until control advances it
 * @param seed the same one makes the same ids
 * @param prefixedStateEvents whether state events are named {@code <object>.state.updated}
 */
public record SimulatorOptions(
    InetAddress address,
    int port,
    String path,
    boolean virtualTime,
    long seed,
    boolean prefixedStateEvents,
    SwitchSetup setup) {

  /** Loopback, any free port, /agent, virtual time, seed 1, the standard switch. */
  public static SimulatorOptions standard() {
    return new SimulatorOptions(
        InetAddress.getLoopbackAddress(), 0, "/agent", true, 1, false, SwitchSetup.standard());
  }

  /** The same on another port. */
  public SimulatorOptions withPort(int newPort) {
    return new SimulatorOptions(
        address, newPort, path, virtualTime, seed, prefixedStateEvents, setup);
  }

  /** The same on another path. */
  public SimulatorOptions withPath(String newPath) {
    return new SimulatorOptions(
        address, port, newPath, virtualTime, seed, prefixedStateEvents, setup);
  }

  /** The same on time that passes by itself, or does not. */
  public SimulatorOptions withVirtualTime(boolean virtual) {
    return new SimulatorOptions(address, port, path, virtual, seed, prefixedStateEvents, setup);
  }

  /** The same with another seed. */
  public SimulatorOptions withSeed(long newSeed) {
    return new SimulatorOptions(
        address, port, path, virtualTime, newSeed, prefixedStateEvents, setup);
  }
}
