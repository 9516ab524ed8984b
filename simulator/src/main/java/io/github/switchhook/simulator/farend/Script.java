package io.github.switchhook.simulator.farend;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a far end does by itself when a call reaches it.
 *
 * @param unavailable why it takes no call ("is busy"); null where it rings
 * @param answersAfter null where it rings until told
 * @param hangsUpAfter counted from the answer; null where it stays
 * @param givesUpAfter counted from the first ring; null where it rings for ever
 */
public record Script(
    @Nullable String unavailable,
    @Nullable Duration answersAfter,
    @Nullable Duration hangsUpAfter,
    @Nullable Duration givesUpAfter) {

  static Script rings() {
    return new Script(null, null, null, null);
  }

  static Script answers(Duration after) {
    return new Script(null, after, null, null);
  }

  static Script answersThenHangsUp(Duration after) {
    return new Script(null, Duration.ZERO, after, null);
  }

  static Script givesUp(Duration after) {
    return new Script(null, null, null, after);
  }

  static Script unavailable(String why) {
    return new Script(why, null, null, null);
  }
}
