package io.github.switchhook.simulator.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every pair of state and trigger; a dash is an illegal one. */
class LegStateTest {
  private static final String TABLE =
      """
                ANSWER     FAR_END_ANSWERED  HOLD  RETRIEVE   FAIL    CLEAR
      INITIATED -          CONNECTED         -     -          FAILED  NULL
      ALERTING  CONNECTED  -                 -     -          FAILED  NULL
      CONNECTED -          -                 HELD  -          -       NULL
      HELD      -          -                 -     CONNECTED  -       NULL
      FAILED    -          -                 -     -          -       -
      NULL      -          -                 -     -          -       -
      """;

  static Stream<Arguments> pairs() {
    String[] lines = TABLE.split("\n", -1);
    String[] triggers = lines[0].strip().split(" +", -1);
    return Arrays.stream(lines)
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(line -> line.strip().split(" +", -1))
        .flatMap(
            cells ->
                Stream.iterate(0, i -> i < triggers.length, i -> i + 1)
                    .map(
                        i ->
                            Arguments.of(
                                LegState.valueOf(cells[0]),
                                LegTrigger.valueOf(triggers[i]),
                                cells[i + 1])));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void follows(LegState state, LegTrigger trigger, String next) {
    assertThat(state.on(trigger).map(LegState::name).orElse("-")).isEqualTo(next);
    Leg leg = new Leg(new Party("p", "1"), new Call(), state);
    if (next.equals("-")) {
      assertThatThrownBy(() -> leg.become(trigger))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("a leg that is " + state + " cannot " + trigger);
      assertThat(leg.state()).isEqualTo(state);
    } else {
      leg.become(trigger);
      assertThat(leg.state().name()).isEqualTo(next);
    }
  }

  @Test
  void coversEveryPair() {
    assertThat(pairs()).hasSize(LegState.values().length * LegTrigger.values().length);
  }
}
