package io.github.switchhook.conformance;

import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.profile.Address;
import io.github.switchhook.conformance.profile.Agent;
import io.github.switchhook.conformance.profile.Channels;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.profile.Envelope;
import io.github.switchhook.conformance.profile.Ordering;
import io.github.switchhook.conformance.profile.RequirementOverride;
import io.github.switchhook.conformance.profile.Secret;
import io.github.switchhook.conformance.profile.StimulusConfig;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.profile.Timeouts;
import io.github.switchhook.conformance.profile.Waiver;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.runner.WorkerPlan;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.fixtures.Aspect;
import io.github.switchhook.fixtures.Level;
import io.github.switchhook.fixtures.Mark;
import io.github.switchhook.fixtures.Requirement;
import io.github.switchhook.fixtures.Source;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plays the tiny features of these tests against the fake. */
final class KitFixture {
  static final String PASSWORD = "open \"sesame\"";

  static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(
              requirement(
                  "SWH-PROOF-001",
                  Level.MUST,
                  Aspect.RESPONSE,
                  "Dialling succeeds and echoes the data."),
              requirement(
                  "SWH-PROOF-002",
                  Level.MUST,
                  Aspect.EVENTS,
                  "Dialling brings exactly these events."),
              requirement(
                  "SWH-PROOF-003",
                  Level.MUST,
                  Aspect.RESPONSE,
                  "A refusal holds the whole request."),
              requirement(
                  "SWH-PROOF-004", Level.SHOULD, Aspect.CODE, "A refusal names its reason."),
              requirement(
                  "SWH-PROOF-005",
                  Level.SHOULD,
                  Aspect.EVENTS,
                  "Activating reports the new state.")),
          URI.create("classpath:proof"));

  private KitFixture() {}

  static Target target(Ordering ordering, Dialect dialect) {
    return target(ordering, dialect, List.of(), List.of());
  }

  static Target target(
      Ordering ordering,
      Dialect dialect,
      List<RequirementOverride> overrides,
      List<Waiver> waivers) {
    return new Target(
        "fake",
        new Address(
            URI.create("ws://127.0.0.1:1/agent"),
            Map.of("X-Key", new Secret("header-secret")),
            List.of(),
            Optional.empty(),
            Optional.empty()),
        List.of(new Agent("alice", new Secret(PASSWORD), "7001")),
        Map.of("rings", "5550110", "invalid", "5550199"),
        Target.QUEUES,
        Set.of(),
        List.of(),
        Envelope.NONE,
        dialect,
        Channels.STANDARD,
        new Timeouts(Duration.ofMillis(500), Duration.ofMillis(60)),
        ordering,
        new StimulusConfig.None(),
        overrides,
        waivers);
  }

  static Report run(FakeSwitch fake) {
    return run(fake, target(new Ordering.ByBarrier(), Dialect.PLAIN), RunOptions.DEFAULT);
  }

  static Report run(FakeSwitch fake, Target target, RunOptions options) {
    return new Kit(CATALOGUE, Clock.systemUTC())
        .run(WorkerPlan.of(target, Stimulus.none()), options, any -> new FakeWire(fake));
  }

  static ScenarioResult scenario(Report report, String name) {
    return report.scenarios().stream()
        .filter(result -> result.scenario().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Requirement requirement(String id, Level level, Aspect aspect, String sentence) {
    Mark mark = level == Level.MUST ? Mark.D : Mark.R;
    return new Requirement(
        id,
        level,
        new Source(mark, "a place"),
        "channel.dial",
        aspect,
        sentence,
        "core",
        null,
        "0.1",
        null,
        null);
  }
}
