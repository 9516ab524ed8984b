package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.verdict.Outcome;
import io.github.switchhook.conformance.verdict.Verdict;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ctrl-C interrupts the thread that runs the kit. */
@Timeout(60)
class InterruptionTest {
  private final Thread caller = Thread.currentThread();

  @Test
  void whatWasPlayedIsJudgedAndTheRestIsNamed() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger activations = new AtomicInteger();
    FakeSwitch hangsInTheSecondScenario =
        FakeSwitch.withFault(
            "channel.activate",
            lines -> {
              if (activations.incrementAndGet() == 2) {
                caller.interrupt();
                awaitQuietly(never);
              }
              return lines;
            });

    Report report = KitFixture.run(hangsInTheSecondScenario);

    assertThat(report.scenarios()).hasSize(1);
    assertThat(KitFixture.scenario(report, "Dialling").verdict()).isEqualTo(Verdict.PASS);
    assertThat(report.notRun())
        .extracting(Scenario::name)
        .as("what hung was given up, and not held against the target")
        .containsExactly("Dialling nowhere", "Activating");
    assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
    assertThat(report.exitCode()).isEqualTo(130);
    assertThat(caller.isInterrupted()).as("files can be written now").isFalse();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
