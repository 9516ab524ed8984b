package io.github.switchhook.conformance.verdict;

import java.util.Collection;
import java.util.Comparator;

/**
 * The verdict on a scenario or a requirement. The order is the order of weight: where several come
 * together the last one here wins. What a target does not have weighs less than a pass, because a
 * requirement that one scenario proves is not unproved by another that could not be run.
 */
public enum Verdict {
  /** The requirement does not concern this target. */
  NOT_APPLICABLE,
  /** The target does not declare a capability that is needed, or has no stimulus for it. */
  NOT_SUPPORTED,
  /** Everything was as PROTOCOL says. */
  PASS,
  /** The requirement is met though it is waived: the waiver is stale. */
  XPASS,
  /** The requirement is not met; a waiver says why this is accepted, and until when. */
  WAIVED,
  /** A SHOULD is not met. */
  WARN,
  /** The situation to judge was never reached. */
  INCONCLUSIVE,
  /** A MUST is not met. */
  FAIL,
  /** The kit or the scenario is at fault. */
  ERROR;

  /** Returns the verdict that wins, or the given one if there is none. */
  public static Verdict worst(Collection<Verdict> verdicts, Verdict none) {
    return verdicts.stream().max(Comparator.naturalOrder()).orElse(none);
  }
}
