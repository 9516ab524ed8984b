package io.github.switchhook.simulator.transport;

/** Gives each new connection its line. */
@FunctionalInterface
public interface ConnectionHandlerFactory {
  /** The line of a connection that has just been opened; may wait for somebody else. */
  ConnectionHandler open(Connection connection);
}
