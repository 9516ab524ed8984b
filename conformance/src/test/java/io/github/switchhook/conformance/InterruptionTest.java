package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.target.Dialect;
import io.github.switchhook.conformance.target.Ordering;
import io.github.switchhook.conformance.verdict.Outcome;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody presses Ctrl-C, which interrupts the thread that runs the kit. */
@Timeout(60)
class InterruptionTest {
  private final Thread caller = Thread.currentThread();

  @Test
  void whatWasPlayedIsJudgedAndTheRestIsNamed() {
    Report report = interruptedAfterTheFirst(FakeSwitch.faultless());

    assertThat(report.scenarios()).isNotEmpty();
    assertThat(report.notRun()).isNotEmpty();
    assertThat(report.scenarios().size() + report.notRun().size())
        .isEqualTo(Proof.CATALOGUE.scenarios().size());
    assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
    assertThat(report.exitCode()).isEqualTo(130);
    assertThat(caller.isInterrupted()).as("files can be written now").isFalse();
  }

  @Test
  void aScenarioThatHangsIsGivenUpAndNotJudged() {
    CountDownLatch never = new CountDownLatch(1);
    FakeSwitch hanging =
        FakeSwitch.withFault(
            "channel.dial",
            lines -> {
              caller.interrupt();
              awaitQuietly(never);
              return lines;
            });

    Report report = Proof.run(hanging);

    assertThat(report.interrupted()).isTrue();
    assertThat(report.notRun()).anyMatch(scenario -> scenario.name().equals("Dialling"));
    assertThat(report.scenarios()).noneMatch(r -> r.scenario().name().equals("Dialling"));
  }

  private Report interruptedAfterTheFirst(FakeSwitch fake) {
    return Proof.run(
        fake,
        Proof.target(new Ordering.Barrier(), Dialect.PLAIN),
        new RunOptions(List.of(), false, 0, result -> caller.interrupt()));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
