package io.github.switchhook.simulator.call;

/** The triggers that move a {@link Leg} from one {@link LegState} to another. */
public enum LegTrigger {
  /** The leg's own party answers an offered call. */
  ANSWER,
  /** The party that this leg called answers. */
  FAR_END_ANSWERED,
  /** The leg's own party puts the call on hold. */
  HOLD,
  /** The leg's own party takes the call back from hold. */
  RETRIEVE,
  /** The call could not be completed: busy, refused, not answered. */
  FAIL,
  /** The leg leaves its call: released, transferred away or withdrawn, or the call is over. */
  CLEAR
}
