package io.github.switchhook.simulator.farend;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The behaviour of a far end that a call reaches, unless control tells it what to do.
 *
 * @param unavailable why it takes no call ("is busy"); null where it rings
 * @param answersAfter null where it rings until told
 * @param hangsUpAfter counted from the answer; null where it stays
 * @param givesUpAfter counted from the first ring; null where it rings for ever
 */
public record FarEndBehaviour(
    @Nullable String unavailable,
    @Nullable Duration answersAfter,
    @Nullable Duration hangsUpAfter,
    @Nullable Duration givesUpAfter) {

  static FarEndBehaviour rings() {
    return new FarEndBehaviour(null, null, null, null);
  }

  static FarEndBehaviour answers(Duration after) {
    return new FarEndBehaviour(null, after, null, null);
  }

  static FarEndBehaviour answersThenHangsUp(Duration after) {
    return new FarEndBehaviour(null, Duration.ZERO, after, null);
  }

  static FarEndBehaviour givesUp(Duration after) {
    return new FarEndBehaviour(null, null, null, after);
  }

  static FarEndBehaviour unavailable(String why) {
    return new FarEndBehaviour(why, null, null, null);
  }
}
