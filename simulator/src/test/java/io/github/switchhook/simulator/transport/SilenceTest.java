package io.github.switchhook.simulator.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.simulator.transport.Silence.Due;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilenceTest {
  private long nanos;
  private final Silence silence =
      new Silence(
          ConnectionLimits.STANDARD
              .withPing(Duration.ofSeconds(45))
              .withIdle(Duration.ofMinutes(10)),
          () -> nanos);

  private Due after(int seconds) {
    nanos += Duration.ofSeconds(seconds).toNanos();
    return silence.due(true);
  }

  @Test
  void pingsThreeTimesAndGivesUp() {
    assertThat(after(44)).isEqualTo(Due.NOTHING);
    assertThat(after(1)).isEqualTo(Due.PING);
    assertThat(after(1)).isEqualTo(Due.NOTHING);
    assertThat(after(44)).isEqualTo(Due.PING);
    assertThat(after(45)).isEqualTo(Due.PING);
    assertThat(after(45)).isEqualTo(Due.NOTHING);
    assertThat(after(1)).isEqualTo(Due.DEAD);
  }

  @Test
  void anySignOfLifeEndsTheSilence() {
    assertThat(after(45)).isEqualTo(Due.PING);
    silence.read();

    assertThat(after(44)).isEqualTo(Due.NOTHING);
    assertThat(after(1)).isEqualTo(Due.PING);
  }

  @Test
  void aClientThatIsNotReadIsNotTakenForDead() {
    nanos = Duration.ofMinutes(9).toNanos();

    assertThat(silence.due(false)).isEqualTo(Due.NOTHING);
  }

  @Test
  void pongsAreNoMessages() {
    for (int i = 0; i < 20; i++) {
      silence.read();
      assertThat(after(30)).isEqualTo(Due.NOTHING);
    }
    silence.read();

    assertThat(after(1)).isEqualTo(Due.IDLE);
    silence.message();
    assertThat(silence.due(true)).isEqualTo(Due.NOTHING);
  }

  @Test
  void withoutLimitsNothingIsDue() {
    Silence free =
        new Silence(
            ConnectionLimits.STANDARD.withPing(Duration.ZERO).withIdle(Duration.ZERO), () -> nanos);
    nanos = Duration.ofDays(100).toNanos();

    assertThat(free.due(true)).isEqualTo(Due.NOTHING);
  }
}
