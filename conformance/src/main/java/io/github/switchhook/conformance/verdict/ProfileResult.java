package io.github.switchhook.conformance.verdict;

import java.util.Map;

/**
 * The result of a run for one profile.
 *
 * @param profile its name, such as {@code core}
 * @param outcome success, partial or failure
 * @param claimed whether the target offers any of it; what it does not claim does not count in the
 *     run's outcome
 * @param totals how many of its requirements ended with each verdict, heaviest verdict last
 */
public record ProfileResult(
    String profile, Outcome outcome, boolean claimed, Map<Verdict, Integer> totals) {}
