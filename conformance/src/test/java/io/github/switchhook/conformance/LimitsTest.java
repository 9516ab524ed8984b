package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.profile.Ordering;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.profile.Timeouts;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.session.Limits;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.conformance.verdict.Ending;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run ends in time whatever the target does, and says why. */
@Timeout(120)
class LimitsTest {
  private static final Target TARGET = KitFixture.target(new Ordering.ByBarrier(), Dialect.PLAIN);

  /** A thread that hangs in a call of the kit is abandoned. */
  @Test
  void aRunThatHangsEndsWhenItsTimeIsUp() {
    CountDownLatch never = new CountDownLatch(1);
    FakeSwitch hanging =
        FakeSwitch.withFault(
            "channel.dial",
            lines -> {
              awaitQuietly(never);
              return lines;
            });

    Report report =
        KitFixture.run(
            hanging,
            TARGET,
            RunOptions.DEFAULT.within(new Limits(Duration.ofSeconds(3), Duration.ofSeconds(60))));

    assertThat(report.ending()).isEqualTo(Ending.OUT_OF_TIME);
    assertThat(report.exitCode()).isEqualTo(1);
    assertThat(report.scenarios()).isEmpty();
    assertThat(report.pretty(false)).contains("out of time: 3 scenarios not run");
    assertThat(report.json()).contains("\"ending\" : \"out of time\"");
  }

  @Test
  void aScenarioThatTakesTooLongIsInconclusiveAndTheNextOneIsPlayed() {
    Target patient = withResponseTimeout(Duration.ofSeconds(30));
    FakeSwitch silent = FakeSwitch.withFault("channel.dial", lines -> List.of());

    Report report =
        KitFixture.run(
            silent,
            patient,
            RunOptions.DEFAULT.within(new Limits(Duration.ofMinutes(1), Duration.ofSeconds(3))));

    ScenarioResult dialling = KitFixture.scenario(report, "Dialling");
    assertThat(dialling.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(dialling.findings().get(0).text()).isEqualTo("out of time: a scenario may take 3 s");
    assertThat(KitFixture.scenario(report, "Activating").verdict()).isEqualTo(Verdict.PASS);
    assertThat(report.exitCode()).isEqualTo(1);
    assertThat(report.ending()).isEqualTo(Ending.COMPLETE);
  }

  /** The target answers logins only; 49 scenarios took two minutes of waiting for it. */
  @Test
  void aTargetThatGoesSilentEndsTheRun() throws IOException {
    try (HostileServer server =
        HostileServer.start(
            peer -> {
              AtomicInteger barriers = new AtomicInteger();
              peer.shakeHands()
                  .converse(
                      command ->
                          command.equals("prepareSession")
                              || command.equals("session.start")
                              || (command.equals("switchhook.barrier")
                                  && barriers.incrementAndGet() == 1));
            })) {
      Report report = run(server, Duration.ofMillis(300));

      assertThat(report.ending()).isEqualTo(Ending.SILENT);
      assertThat(report.exitCode()).isEqualTo(1);
      assertThat(report.scenarios()).isNotEmpty();
      assertThat(report.notRun()).isNotEmpty();
      assertThat(report.pretty(false))
          .contains("the target went silent: " + report.notRun().size() + " scenarios not run");
    }
  }

  @Test
  void aTargetThatGoesAwayEndsTheRun() throws IOException {
    AtomicInteger clients = new AtomicInteger();
    try (HostileServer server =
        HostileServer.start(
            peer -> {
              if (clients.incrementAndGet() > 6) {
                peer.reset();
              }
              peer.shakeHands().converse(command -> true);
            })) {
      Report report = run(server, Duration.ofSeconds(5));

      assertThat(report.ending()).isEqualTo(Ending.GONE);
      assertThat(report.exitCode()).isEqualTo(3);
      assertThat(report.pretty(false)).contains("the target went away: ");
    }
  }

  /** Plays the packaged scenarios, of which there are many more than the tests' own. */
  private static Report run(HostileServer server, Duration response) {
    Target target = withResponseTimeout(response);
    Target standard =
        Target.standard("hostile", URI.create("ws://127.0.0.1:" + server.port() + "/agent"));
    return Kit.load()
        .run(
            new Target(
                "hostile",
                standard.address(),
                standard.agents(),
                standard.numbers(),
                standard.queues(),
                Set.of(),
                standard.login(),
                standard.envelope(),
                standard.dialect(),
                standard.channels(),
                target.timeouts(),
                standard.ordering(),
                standard.stimulus(),
                List.of(),
                List.of()),
            Stimulus.none(),
            new RunOptions(List.of("channel.dial", "channel.activate"), false, 0, result -> {}));
  }

  private static Target withResponseTimeout(Duration response) {
    return new Target(
        TARGET.name(),
        TARGET.address(),
        TARGET.agents(),
        TARGET.numbers(),
        TARGET.queues(),
        TARGET.capabilities(),
        TARGET.login(),
        TARGET.envelope(),
        TARGET.dialect(),
        TARGET.channels(),
        new Timeouts(Duration.ofSeconds(5), response),
        TARGET.ordering(),
        TARGET.stimulus(),
        List.of(),
        List.of());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
