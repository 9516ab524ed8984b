package io.github.switchhook.conformance.session;

import java.time.Duration;

/**
 * The time limits of a run, which hold whatever a target does.
 *
 * @param run everything together
 * @param scenario one scenario, without what it waits for on purpose and what stimuli take
 */
public record Limits(Duration run, Duration scenario) {
  /** Half an hour for a run, a minute for a scenario. */
  public static final Limits DEFAULT = new Limits(Duration.ofMinutes(30), Duration.ofMinutes(1));

  /** The limits for examining a target before the first scenario. */
  public static final Limits LOOK = new Limits(Duration.ofMinutes(2), Duration.ofMinutes(1));
}
