package io.github.switchhook.conformance.match;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntBiFunction;

/** Aligns two sequences at the least cost, by the usual dynamic programming. */
public final class Alignment {
  /** The cost of leaving one element without a partner. */
  public static final int GAP = 4;

  /** The cost of a pair that must not be formed. */
  public static final int NEVER = 1_000;

  /**
   * One step of the alignment; -1 where a side has nothing.
   *
   * @param expected index into the expected sequence
   * @param actual index into the actual sequence
   */
  public record Pair(int expected, int actual) {}

  private Alignment() {}

  /** Aligns two sequences; {@code cost} is 0 for two that agree. */
  public static <E, A> List<Pair> of(List<E> expected, List<A> actual, ToIntBiFunction<E, A> cost) {
    int[][] best = new int[expected.size() + 1][actual.size() + 1];
    for (int i = 0; i <= expected.size(); i++) {
      for (int j = 0; j <= actual.size(); j++) {
        if (i == 0 || j == 0) {
          best[i][j] = (i + j) * GAP;
        } else {
          int paired = best[i - 1][j - 1] + cost.applyAsInt(expected.get(i - 1), actual.get(j - 1));
          best[i][j] = Math.min(paired, Math.min(best[i - 1][j], best[i][j - 1]) + GAP);
        }
      }
    }
    return trace(best, expected, actual, cost);
  }

  private static <E, A> List<Pair> trace(
      int[][] best, List<E> expected, List<A> actual, ToIntBiFunction<E, A> cost) {
    Deque<Pair> pairs = new ArrayDeque<>();
    int i = expected.size();
    int j = actual.size();
    while (i > 0 || j > 0) {
      if (i > 0
          && j > 0
          && best[i][j]
              == best[i - 1][j - 1] + cost.applyAsInt(expected.get(i - 1), actual.get(j - 1))) {
        pairs.push(new Pair(--i, --j));
      } else if (j > 0 && best[i][j] == best[i][j - 1] + GAP) {
        pairs.push(new Pair(-1, --j));
      } else {
        pairs.push(new Pair(--i, -1));
      }
    }
    return new ArrayList<>(pairs);
  }
}
