package io.github.switchhook.simulator.call;

/** What can happen to a {@link Leg}; {@link LegState} says where each leads. */
public enum LegTrigger {
  /** The leg's own party answers. */
  ANSWER,
  /** The party that this leg called answers. */
  FAR_END_ANSWERED,
  /** The leg's own party holds. */
  HOLD,
  /** The leg's own party retrieves. */
  RETRIEVE,
  /** The call could not be completed: busy, refused, not answered. */
  FAIL,
  /** The leg leaves its call. */
  CLEAR
}
