package io.github.switchhook.simulator.transport;

/** What belongs to the port that all clients connect to. Thread-safe. */
public interface ClientPort {
  /** Limits of each client. */
  ConnectionLimits limits();

  /** Who is let in. */
  Handshake handshake();

  /** Serves all clients. */
  FairScheduler scheduler();

  /** How messages are made. */
  MessageProtocol protocol();

  /** Gives a client its line. */
  ConnectionHandlerFactory handlers();

  /** The real time in nanoseconds, from any beginning. */
  long nanos();

  /** Makes the queue of what goes out to a client. */
  OutboundQueue queue(OutboundQueue.Carrier carrier);

  /** Is told that more has been queued. */
  void queued();
}
