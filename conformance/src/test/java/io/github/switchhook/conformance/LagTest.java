package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.profile.Ordering;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.runner.WorkerPlan;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.conformance.verdict.Finding;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.wire.Inbound;
import io.github.switchhook.conformance.wire.MessageConnection;
import io.github.switchhook.conformance.wire.Wire;
import io.github.switchhook.conformance.wire.WireLog;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A slow machine is not a deviation of the target, nor an excuse for one that answers other
 * requests.
 */
@Timeout(60)
class LagTest {
  private static final int FOR_EVER = Integer.MAX_VALUE;

  @Test
  void whatComesLaterThanItShouldIsStillTaken() {
    assertThat(dialling(FakeSwitch.faultless(), 2, busy()).verdict()).isEqualTo(Verdict.PASS);
    assertThat(dialling(FakeSwitch.faultless(), 2, LagTest::never).verdict())
        .as("on a machine that is idle it is late")
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void silenceIsInconclusiveWhereTheKitWasTooSlow() {
    ScenarioResult result = dialling(FakeSwitch.faultless(), FOR_EVER, busy());

    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(result.findings())
        .extracting(Finding::text)
        .first()
        .asString()
        .startsWith("no answer within 60 ms, but the kit was too slow itself: this machine kept it")
        .contains(" from running for ");
    assertThat(dialling(FakeSwitch.faultless(), FOR_EVER, LagTest::never).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void aTargetThatAnswersALaterRequestFails() {
    FakeSwitch silent = FakeSwitch.withFault("channel.dial", lines -> List.of());

    ScenarioResult result = dialling(silent, 0, busy());

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings().get(0).text()).contains("no answer within 60 ms");
  }

  /** Returns a lag that grows, at each look, by a fifth of the wait for an answer. */
  private static LongSupplier busy() {
    AtomicLong late = new AtomicLong();
    return () -> late.addAndGet(Duration.ofMillis(12).toNanos());
  }

  private static long never() {
    return 0;
  }

  /** Plays on a wire on which the given number of waits after a dial are in vain. */
  private static ScenarioResult dialling(FakeSwitch fake, int waits, LongSupplier lag) {
    Report report =
        new Kit(KitFixture.CATALOGUE, Clock.systemUTC())
            .run(
                WorkerPlan.of(
                    KitFixture.target(new Ordering.ByBarrier(), Dialect.PLAIN), Stimulus.none()),
                RunOptions.DEFAULT,
                any -> new LateWire(new FakeWire(fake), waits),
                lag);
    return KitFixture.scenario(report, "Dialling");
  }

  private record LateWire(Wire wire, int waits) implements Wire {
    @Override
    public MessageConnection connect(String agent, WireLog log) {
      return new LateConnection(wire.connect(agent, log), waits);
    }

    @Override
    public void close() {
      wire.close();
    }
  }

  private static final class LateConnection implements MessageConnection {
    private final MessageConnection connection;
    private int waits;
    private boolean dialled;

    LateConnection(MessageConnection connection, int waits) {
      this.connection = connection;
      this.waits = waits;
    }

    @Override
    public void send(String text) {
      dialled |= text.contains("channel.dial");
      connection.send(text);
    }

    @Override
    public void send(ByteBuffer bytes) {
      connection.send(bytes);
    }

    @Override
    public Inbound receive(Duration timeout) {
      if (dialled && waits > 0) {
        waits--;
        return new Inbound.Nothing();
      }
      return connection.receive(timeout);
    }

    @Override
    public void close() {
      connection.close();
    }
  }
}
