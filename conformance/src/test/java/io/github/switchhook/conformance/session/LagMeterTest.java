package io.github.switchhook.conformance.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Measures how late a thread is, by a clock that the test moves. */
class LagMeterTest {
  private final AtomicLong now = new AtomicLong(7);
  private final LagMeter meter = new LagMeter(now::get);

  @Test
  void addsUpHowLateItsThreadWakes() {
    sleep(10);
    assertThat(meter.getAsLong()).isZero();
    sleep(35);
    sleep(12);
    assertThat(millis()).isEqualTo(27);
  }

  @Test
  void reportsADelayThatStillLasts() {
    now.addAndGet(Duration.ofMillis(500).toNanos());

    assertThat(millis()).isEqualTo(490);
    meter.wake();
    assertThat(millis()).isEqualTo(490);
  }

  @Test
  void aWaitIsProlongedByTheLagWithinBounds() {
    Duration second = Duration.ofSeconds(1);

    assertThat(Allowance.longerWait(second, Duration.ofMillis(49).toNanos())).isZero();
    assertThat(Allowance.longerWait(second, Duration.ofMillis(50).toNanos()))
        .isEqualTo(Duration.ofMillis(500).toNanos());
    assertThat(Allowance.longerWait(second, Duration.ofSeconds(9).toNanos()))
        .isEqualTo(Duration.ofSeconds(4).toNanos());
    assertThat(Allowance.longerWait(Duration.ZERO, 0)).isZero();
  }

  private long millis() {
    return Duration.ofNanos(meter.getAsLong()).toMillis();
  }

  private void sleep(int millis) {
    now.addAndGet(Duration.ofMillis(millis).toNanos());
    meter.wake();
  }
}
