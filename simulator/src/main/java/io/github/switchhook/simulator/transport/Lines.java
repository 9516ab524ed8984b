package io.github.switchhook.simulator.transport;

/** Gives each new connection its line. */
@FunctionalInterface
public interface Lines {
  /** The line of a connection that has just been opened; may wait for somebody else. */
  Line open(Connection connection);
}
