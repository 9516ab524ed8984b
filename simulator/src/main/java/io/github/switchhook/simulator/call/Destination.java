package io.github.switchhook.simulator.call;

import java.util.Optional;

/** Something that a dialled number leads to: a far end, or an agent's channel. In a turn only. */
public interface Destination {
  /** Returns the device that will be in the call. */
  Party party();

  /** Says why it cannot take a call now ("is busy"); empty where it can. */
  Optional<String> unavailable();

  /**
   * Lets the call reach the destination. It becomes the leg's observer; it may answer, or fail the
   * leg, before this returns.
   *
   * @param leg the destination's own leg, ALERTING
   */
  void ring(Leg leg);
}
