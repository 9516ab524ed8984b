package io.github.switchhook.simulator.engine;

import java.util.HexFormat;

/**
 * Makes the ids of a switch: they have no dot, are unique in a switch's life (PROTOCOL section 1),
 * and are the same again for the same seed. They are opaque on purpose, so that no desktop comes to
 * rely on their order. In a turn only.
 */
public final class Ids {
  // Odd multipliers and xor-shifts are bijections on 32 bits: 2^32 ids come before one repeats.
  private static final int MULTIPLIER_1 = 0x85ebca6b;
  private static final int MULTIPLIER_2 = 0xc2b2ae35;

  private final int seed;
  private int count;

  /** Creates a sequence of ids; the same seed makes the same ids. */
  public Ids(long seed) {
    this.seed = Long.hashCode(seed);
  }

  /**
   * Returns the next id, which begins with {@code prefix}.
   *
   * @param prefix one letter or two that tell a reader what it names ("s", "ch", "i", "c")
   */
  public String next(String prefix) {
    int mixed = count++ + seed;
    mixed = (mixed ^ (mixed >>> 16)) * MULTIPLIER_1;
    mixed = (mixed ^ (mixed >>> 13)) * MULTIPLIER_2;
    mixed ^= mixed >>> 16;
    return prefix + HexFormat.of().toHexDigits(mixed);
  }
}
