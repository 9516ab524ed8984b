package io.github.switchhook.conformance;

import io.github.switchhook.conformance.catalogue.Scenario;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of several equal parts of the scenarios, for jobs that run at the same time elsewhere. The
 * parts do not overlap, and together they are everything.
 *
 * @param number which part, from 1
 * @param of how many parts there are
 */
public record Shard(int number, int of) {
  /** The only part of an undivided run: every scenario. */
  public static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern SPELLED = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  public Shard {
    if (number < 1 || number > of) {
      throw new IllegalArgumentException(
          "expected a shard such as 1/3, from 1/n to n/n, got " + number + "/" + of);
    }
  }

  /**
   * Reads {@code 2/3}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Shard parse(String text) {
    Matcher spelled = SPELLED.matcher(text);
    if (!spelled.matches()) {
      throw new IllegalArgumentException("expected a shard such as 1/3, got " + text);
    }
    return new Shard(Integer.parseInt(spelled.group(1)), Integer.parseInt(spelled.group(2)));
  }

  /** Returns this part of the scenarios; each part gets some of every file. */
  public List<Scenario> part(List<Scenario> scenarios) {
    return IntStream.range(0, scenarios.size())
        .filter(i -> i % of == number - 1)
        .mapToObj(scenarios::get)
        .toList();
  }

  /** Tells whether something is left out. */
  boolean isPart() {
    return of > 1;
  }
}
