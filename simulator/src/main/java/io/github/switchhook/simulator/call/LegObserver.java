package io.github.switchhook.simulator.call;

import java.util.List;

/**
 * What a leg's owner is told: an agent's conversation, or a far end. Called in a turn, after the
 * change has taken place.
 */
public interface LegObserver {
  /** A leg of nobody in particular. */
  LegObserver NONE = new LegObserver() {};

  /** The leg's own state changed. */
  default void stateChanged(Leg leg) {}

  /** Others joined or left the leg's call; the leg's own state may have changed with it. */
  default void membersChanged(Leg leg, List<Party> added, List<Party> removed) {}

  /** {@code sender}, another party of the call, sent DTMF digits. */
  default void heard(Leg leg, Party sender, String digits) {}
}
