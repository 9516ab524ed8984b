package io.github.switchhook.simulator.transport;

/** The port that all clients connect to, with what they share. Thread-safe. */
public interface ClientPort {
  /** Returns the limits of each client. */
  ConnectionLimits limits();

  /** Returns the check that decides which clients are let in. */
  Handshake handshake();

  /** Returns the scheduler that serves all clients. */
  FairScheduler scheduler();

  /** Returns the protocol that turns frames into messages. */
  MessageProtocol protocol();

  /** Returns the factory that gives each client its handler. */
  ConnectionHandlerFactory handlers();

  /** Returns the real time in nanoseconds, from any beginning. */
  long nanos();

  /** Makes the queue of what goes out to a client. */
  OutboundQueue queue(OutboundQueue.Carrier carrier);

  /** Notes that more has been queued for a client. */
  void queued();
}
