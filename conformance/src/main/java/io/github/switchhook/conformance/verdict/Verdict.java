package io.github.switchhook.conformance.verdict;

import java.util.Collection;
import java.util.Comparator;

/**
 * How a scenario or a requirement ended. The order is the order of weight: where several come
 * together the last one here wins. What a target does not have weighs less than a pass, because a
 * requirement that one scenario proves is not unproved by another that could not be run.
 */
public enum Verdict {
  /** It does not concern this target. */
  NOT_APPLICABLE,
  /** The target does not declare what it needs, or cannot be made to do it. */
  NOT_SUPPORTED,
  /** All is as the contract says. */
  PASS,
  /** It passes though it is waived: the waiver is stale. */
  XPASS,
  /** It is not met, and a waiver says why that is borne for a while. */
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
