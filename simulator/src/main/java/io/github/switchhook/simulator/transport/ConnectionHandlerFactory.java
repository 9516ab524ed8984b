package io.github.switchhook.simulator.transport;

/** Gives each new connection its handler. */
@FunctionalInterface
public interface ConnectionHandlerFactory {
  /**
   * Returns the handler of a connection that has just been opened; may block while it connects to
   * another server.
   */
  ConnectionHandler open(Connection connection);
}
