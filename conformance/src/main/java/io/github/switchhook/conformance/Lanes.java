package io.github.switchhook.conformance;

import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.steps.Stage;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The open stages of a bench. Each is used by one thread at a time. */
final class Lanes implements AutoCloseable {
  private final Catalogue catalogue;
  private final Bench bench;
  private final Map<Stage, Wire> wires = new LinkedHashMap<>();
  private final List<Stage> stages;

  Lanes(Catalogue catalogue, Bench bench, Function<Target, Wire> wires) {
    this.catalogue = catalogue;
    this.bench = bench;
    for (Bench.Lane lane : Stream.concat(bench.lanes().stream(), bench.alone().stream()).toList()) {
      Wire wire = wires.apply(lane.target());
      this.wires.put(new Stage(lane.target(), lane.stimulus(), wire), wire);
    }
    this.stages = List.copyOf(this.wires.keySet());
  }

  /** Returns the stages of the lanes, and last the one for scenarios that must be alone, if any. */
  List<Stage> stages() {
    return stages;
  }

  /** Returns the time since the first stage was set. */
  Duration elapsed() {
    return Duration.ofMillis(stages.get(0).micros() / 1_000);
  }

  /** Plays scenarios, side by side as far as they do not disturb each other. */
  List<ScenarioResult> play(List<Scenario> scenarios, RunOptions options) {
    Consumer<ScenarioResult> progress = oneAtATime(options.progress());
    int workers = bench.lanes().size();
    List<Set<Scenario>> parts = new ArrayList<>();
    stages.forEach(stage -> parts.add(new HashSet<>()));
    int next = 0;
    for (Scenario scenario : scenarios) {
      parts.get(bench.mustBeAlone(scenario) ? workers : next++ % workers).add(scenario);
    }
    List<Play> plays = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      plays.add(new Play(catalogue, stages.get(i), parts.get(i), options.seed(), progress));
    }
    List<ScenarioResult> results = new ArrayList<>(together(plays.subList(0, workers)));
    plays.subList(workers, plays.size()).forEach(alone -> results.addAll(alone.call()));
    return results;
  }

  private static List<ScenarioResult> together(List<Play> plays) {
    if (plays.size() == 1) {
      return plays.get(0).call();
    }
    ExecutorService workers = Executors.newFixedThreadPool(plays.size());
    try {
      List<ScenarioResult> results = new ArrayList<>();
      for (Future<List<ScenarioResult>> lane : workers.invokeAll(plays)) {
        results.addAll(lane.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a worker failed: " + e.getCause(), e);
    } finally {
      workers.shutdownNow();
    }
  }

  private static Consumer<ScenarioResult> oneAtATime(Consumer<ScenarioResult> progress) {
    Object turn = new Object();
    return result -> {
      synchronized (turn) {
        progress.accept(result);
      }
    };
  }

  @Override
  public void close() {
    wires.values().forEach(Wire::close);
  }
}
