package io.github.switchhook.conformance;

import io.cucumber.core.eventbus.IncrementingUuidGenerator;
import io.cucumber.core.feature.GluePath;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.order.StandardPickleOrders;
import io.cucumber.core.runtime.Runtime;
import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.steps.Rehearsal;
import io.github.switchhook.conformance.steps.SceneFactory;
import io.github.switchhook.conformance.steps.Stage;
import io.github.switchhook.conformance.steps.Survey;
import io.github.switchhook.conformance.target.Stimulus;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.conformance.verdict.Judgement;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Waivers;
import io.github.switchhook.conformance.wire.TyrusWire;
import io.github.switchhook.conformance.wire.Wire;
import io.github.switchhook.fixtures.Requirement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The conformance kit: plays the scenarios against a target and reports what they prove. One run at
 * a time.
 */
public final class Kit {
  private static final String GLUE = "io.github.switchhook.conformance.steps";

  private final Catalogue catalogue;
  private final Clock clock;

  /**
   * Makes a kit that plays the scenarios of a catalogue.
   *
   * @param clock tells the day, by which waivers expire
   */
  public Kit(Catalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * Makes the kit with the packaged requirements and features.
   *
   * @throws IllegalStateException if they cannot be read
   */
  public static Kit load() {
    return new Kit(Catalogue.load(), Clock.systemUTC());
  }

  /** Returns the requirements and the scenarios that prove them. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * Plays the scenarios over a WebSocket and returns what came of it. Never throws for what a
   * target does: an unreachable target gives a report with exit code 3.
   *
   * @throws IllegalArgumentException if {@link RunOptions#only()} selects nothing
   */
  public Report run(Target target, Stimulus stimulus, RunOptions options) {
    return run(target, stimulus, options, () -> new TyrusWire(target));
  }

  /** Plays them over another wire. */
  Report run(Target target, Stimulus stimulus, RunOptions options, Supplier<Wire> wires) {
    return new Kit(catalogue.withLevels(target.levels()), clock)
        .judge(target, stimulus, options, wires);
  }

  private Report judge(Target target, Stimulus stimulus, RunOptions options, Supplier<Wire> wires) {
    List<Requirement> requirements =
        options.only().isEmpty() ? catalogue.requirements() : catalogue.select(options.only());
    if (!options.only().isEmpty()
        && requirements.stream()
            .allMatch(requirement -> catalogue.provedBy(requirement.id()).isEmpty())) {
      throw new IllegalArgumentException(
          "no scenario proves "
              + String.join(", ", options.only())
              + "; expected requirement ids, beginnings of ids, or commands");
    }
    try (Wire wire = wires.get()) {
      Stage stage = new Stage(target, stimulus, wire);
      Optional<String> problem = Rehearsal.tryToLogIn(stage, "Alice");
      if (problem.isPresent()) {
        return Report.unreachable(target, problem.get(), options.seed(), elapsed(stage));
      }
      Waivers waivers = Waivers.of(target.waivers(), LocalDate.now(clock));
      List<ScenarioResult> played = new ArrayList<>(Survey.check(stage, requirements));
      played.addAll(play(stage, requirements, options));
      List<ScenarioResult> results = waivers.apply(played);
      Judgement judgement =
          Judgement.of(requirements, results, !options.only().isEmpty(), options.strict(), waivers);
      return Report.of(target, judgement, results, options.seed(), elapsed(stage));
    }
  }

  private List<ScenarioResult> play(
      Stage stage, List<Requirement> requirements, RunOptions options) {
    SceneFactory scenes = new SceneFactory();
    Director director = new Director(catalogue, stage, scenes, options.progress());
    RuntimeOptionsBuilder cucumber =
        new RuntimeOptionsBuilder().addGlue(GluePath.parse(GLUE)).setThreads(1);
    cucumber.setPickleOrder(
        options.seed() == 0
            ? StandardPickleOrders.lexicalUriOrder()
            : StandardPickleOrders.random(options.seed()));
    if (!options.only().isEmpty()) {
      Set<String> tags =
          requirements.stream()
              .map(requirement -> "@" + requirement.id())
              .collect(Collectors.toSet());
      cucumber.addTagFilter(carried -> carried.stream().anyMatch(tags::contains));
    }
    Runtime.builder()
        .withRuntimeOptions(cucumber.build())
        .withFeatureSupplier(catalogue::features)
        .withObjectFactorySupplier(() -> scenes)
        .withUuidGeneratorSupplier(IncrementingUuidGenerator::new)
        .withAdditionalPlugins(director)
        .build()
        .run();
    return director.results().stream()
        .sorted(
            Comparator.comparing((ScenarioResult result) -> result.scenario().feature())
                .thenComparing(result -> result.scenario().line()))
        .toList();
  }

  private static Duration elapsed(Stage stage) {
    return Duration.ofMillis(stage.micros() / 1_000);
  }
}
