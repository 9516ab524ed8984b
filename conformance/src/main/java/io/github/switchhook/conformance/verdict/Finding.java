package io.github.switchhook.conformance.verdict;

import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.fixtures.Requirement;
import java.util.List;

/**
 * One finding of a scenario.
 *
 * @param verdict how much it weighs
 * @param kinds which deviations it is made of; none for a finding that is not a deviation of the
 *     target
 * @param charged the requirements against which it counts
 * @param text what was expected and what came, several lines
 */
public record Finding(
    Verdict verdict, List<DeviationKind> kinds, List<Requirement> charged, String text) {
  public Finding {
    kinds = List.copyOf(kinds);
    charged = List.copyOf(charged);
  }
}
