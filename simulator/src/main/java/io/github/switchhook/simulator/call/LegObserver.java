package io.github.switchhook.simulator.call;

import java.util.List;

/**
 * Observes a leg for its owner: an agent's conversation, or a far end. Called in a turn, after the
 * change has taken place.
 */
public interface LegObserver {
  /** Ignores all changes; the observer of a leg without an owner. */
  LegObserver NONE = new LegObserver() {};

  /** Handles a change of the leg's own state. */
  default void stateChanged(Leg leg) {}

  /**
   * Handles that others joined or left the leg's call; the leg's own state may have changed with
   * it.
   */
  default void membersChanged(Leg leg, List<Party> added, List<Party> removed) {}

  /** Handles DTMF digits that {@code sender}, another party of the call, sent. */
  default void heard(Leg leg, Party sender, String digits) {}
}
