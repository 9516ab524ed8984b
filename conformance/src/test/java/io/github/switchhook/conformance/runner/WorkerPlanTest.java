package io.github.switchhook.conformance.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.Kit;
import io.github.switchhook.conformance.RunOptions;
import io.github.switchhook.conformance.Shard;
import io.github.switchhook.conformance.SimulatorTest;
import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.profile.Agent;
import io.github.switchhook.conformance.profile.Secret;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.profile.Timeouts;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.agent.AgentAccount;
import io.github.switchhook.simulator.agent.SwitchSetup;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The split of scenarios among workers and shards. */
@Timeout(120)
class WorkerPlanTest {
  private static final Kit KIT = Kit.load();

  @Test
  void workersThatShareASwitchFindWhatOneFinds() throws IOException {
    List<AgentAccount> accounts =
        IntStream.range(0, 12)
            .mapToObj(i -> new AgentAccount("agent" + i, "secret", String.valueOf(7001 + i)))
            .toList();
    try (Simulator simulator = Simulator.start(withAgents(accounts))) {
      Target target =
          Target.standard("shared", simulator.uri())
              .withAgents(
                  accounts.stream()
                      .map(a -> new Agent(a.id(), new Secret(a.password()), a.extension()))
                      .toList());
      Stimulus stimulus = SimulatorTest.stimulus(simulator.control());
      AtomicInteger told = new AtomicInteger();
      RunOptions options = new RunOptions(List.of(), false, 0, result -> told.incrementAndGet());

      Report shared = KIT.run(WorkerPlan.sharing(target, stimulus, 3), options);
      Report serial = KIT.run(WorkerPlan.of(target, stimulus), RunOptions.DEFAULT);

      assertThat(verdicts(shared)).as(shared.pretty(false)).isEqualTo(verdicts(serial));
      assertThat(shared.runVerdict()).isEqualTo(serial.runVerdict());
      assertThat(told).hasValue(shared.scenarios().size());
    }
  }

  @Test
  void shardsAreTogetherEverythingAndNothingTwice() {
    List<Scenario> all = List.copyOf(Catalogue.load().scenarios());
    List<Scenario> parts = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      parts.addAll(Shard.parse(i + "/3").part(all));
    }

    assertThat(parts).containsExactlyInAnyOrderElementsOf(all);
    assertThat(Shard.WHOLE.part(all)).isEqualTo(all);
  }

  /** Moving the clock disturbs the others, waiting does not. */
  @Test
  void waitsBesideOthersWhereTheClockCannotBeMoved() {
    Target eight = Target.standard("eight", URI.create("ws://127.0.0.1:1/agent"));
    eight =
        eight.withAgents(Stream.concat(eight.agents().stream(), eight.agents().stream()).toList());
    Scenario timed =
        Catalogue.load().scenarios().stream()
            .filter(
                one ->
                    one.name().equals("The number that does not answer gives up after 20 seconds"))
            .findFirst()
            .orElseThrow();

    assertThat(timed.time(Timeouts.USUAL_RING)).isEqualTo(Duration.ofSeconds(20));
    assertThat(WorkerPlan.sharing(eight, advancing(Optional.empty()), 2).mustBeAlone(timed))
        .isTrue();
    assertThat(
            WorkerPlan.sharing(eight, advancing(Optional.of(Duration.ofSeconds(60))), 2)
                .mustBeAlone(timed))
        .isFalse();
  }

  private static Stimulus advancing(Optional<Duration> longest) {
    return new Stimulus() {
      @Override
      public boolean can(String operation) {
        return operation.equals("advance");
      }

      @Override
      public JsonNode perform(String operation, ObjectNode arguments) {
        return arguments;
      }

      @Override
      public Optional<Duration> longestWait() {
        return longest;
      }
    };
  }

  @Test
  void saysWhatIsWrongWithAShardOrTooFewAgents() {
    for (String wrong : List.of("0/3", "4/3", "1", "a/b", "1/0")) {
      assertThatThrownBy(() -> Shard.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("expected a shard such as 1/3")
          .hasMessageEndingWith("got " + wrong);
    }
    Target four = Target.standard("four", URI.create("ws://127.0.0.1:1/agent"));
    assertThatThrownBy(() -> WorkerPlan.sharing(four, Stimulus.none(), 2))
        .hasMessageContaining("expected 8 agents", "got 4");
  }

  private static List<String> verdicts(Report report) {
    return report.scenarios().stream().map(WorkerPlanTest::verdict).toList();
  }

  private static String verdict(ScenarioResult result) {
    return result.scenario().place() + " " + result.verdict();
  }

  private static SimulatorOptions withAgents(List<AgentAccount> accounts) {
    SimulatorOptions standard = SimulatorOptions.standard();
    SwitchSetup setup = standard.setup();
    return standard.withSetup(
        new SwitchSetup(
            accounts,
            setup.queues(),
            setup.capabilities(),
            setup.ringTimeout(),
            setup.scripts(),
            setup.addressBooks(),
            setup.variants()));
  }
}
