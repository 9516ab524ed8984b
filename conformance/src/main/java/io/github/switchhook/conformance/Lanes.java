package io.github.switchhook.conformance;

import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.steps.Limits;
import io.github.switchhook.conformance.steps.Stage;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.conformance.verdict.Ending;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** The open stages of a bench. Each is used by one thread at a time. */
final class Lanes implements AutoCloseable {
  /** How long a scenario may still take when the run is broken off. */
  private static final long MILLIS_TO_END = 2_000;

  private final Catalogue catalogue;
  private final Bench bench;
  private final Limits limits;
  private final Map<Stage, Wire> wires = new LinkedHashMap<>();
  private final List<Stage> stages;
  private boolean abandoned;

  /**
   * Opens them.
   *
   * @param limits how long it may take, from now on
   * @param lag the nanoseconds that threads of this process were late so far, all together
   */
  Lanes(
      Catalogue catalogue,
      Bench bench,
      Function<Target, Wire> wires,
      Limits limits,
      LongSupplier lag) {
    this.limits = limits;
    this.catalogue = catalogue;
    this.bench = bench;
    for (Bench.Lane lane : Stream.concat(bench.lanes().stream(), bench.alone().stream()).toList()) {
      Wire wire = wires.apply(lane.target());
      this.wires.put(
          new Stage(lane.target(), lane.stimulus(), wire, limits, line -> {}, lag), wire);
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

  /**
   * Plays scenarios, side by side as far as they do not disturb each other. Where the thread that
   * calls this is interrupted, the scenarios that are being played have a moment to end, no other
   * one begins, and the thread is interrupted when this returns.
   *
   * @param tally counts the results, and says in the end why no other one was begun
   * @param messages hears the run as Cucumber messages
   * @return the results of what was played to its end, in no order
   * @throws RuntimeException that which whoever is told of the run has thrown
   */
  List<ScenarioResult> play(
      List<Scenario> scenarios, long seed, Tally tally, MessageStream messages) {
    int workers = bench.lanes().size();
    List<Set<Scenario>> parts = new ArrayList<>();
    stages.forEach(stage -> parts.add(new HashSet<>()));
    int next = 0;
    for (Scenario scenario : scenarios) {
      parts.get(bench.mustBeAlone(scenario) ? workers : next++ % workers).add(scenario);
    }
    List<Play> plays = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      plays.add(new Play(catalogue, stages.get(i), parts.get(i), seed, tally, messages));
    }
    together(plays.subList(0, workers), tally);
    if (tally.goesOn()) {
      together(plays.subList(workers, plays.size()), tally);
    }
    abandoned = !tally.goesOn();
    return tally.close();
  }

  private void together(List<Play> plays, Tally tally) {
    ExecutorService threads = Executors.newCachedThreadPool(Lanes::worker);
    try {
      List<Future<?>> playing = new ArrayList<>();
      plays.forEach(play -> playing.add(threads.submit(play)));
      for (Future<?> play : playing) {
        play.get(left().toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      breakOff(threads, tally, Ending.INTERRUPTED);
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      breakOff(threads, tally, Ending.OUT_OF_TIME);
    } catch (ExecutionException e) {
      tally.stop(Ending.INTERRUPTED);
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException("a lane failed: " + e.getCause(), e);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Scenarios end by themselves when the run is out of time; what hangs then is left behind. */
  private Duration left() {
    return limits.run().minus(elapsed()).plusMillis(MILLIS_TO_END);
  }

  private static void breakOff(ExecutorService threads, Tally tally, Ending why) {
    tally.stop(why);
    threads.shutdown();
    awaitEnd(threads);
    // Before the lanes are interrupted, which would be held against the target.
    tally.end();
  }

  private static void awaitEnd(ExecutorService threads) {
    try {
      boolean unused = threads.awaitTermination(MILLIS_TO_END, TimeUnit.MILLISECONDS);
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    }
  }

  /** What hangs must not keep the program from ending. */
  private static Thread worker(Runnable play) {
    Thread thread = new Thread(play, "lane");
    thread.setDaemon(true);
    return thread;
  }

  /** Waits until connections are closed, but not where the run was broken off. */
  @Override
  public void close() {
    Thread closing = worker(() -> wires.values().forEach(Wire::close));
    closing.start();
    if (!abandoned) {
      try {
        closing.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
