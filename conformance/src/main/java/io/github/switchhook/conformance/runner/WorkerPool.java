package io.github.switchhook.conformance.runner;

import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.execution.RunContext;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.session.Limits;
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

/** The workers of a plan, each with its run context, which one thread uses at a time. */
public final class WorkerPool implements AutoCloseable {
  /** The time that a scenario may still take when the run is interrupted. */
  private static final long MILLIS_TO_END = 2_000;

  private final Catalogue catalogue;
  private final WorkerPlan plan;
  private final Limits limits;
  private final Map<RunContext, Wire> wires = new LinkedHashMap<>();
  private final List<RunContext> runs;
  private boolean abandoned;

  /**
   * Opens the workers of a plan.
   *
   * @param limits how long it may take, from now on
   * @param lag the nanoseconds that threads of this process were late so far, all together
   */
  public WorkerPool(
      Catalogue catalogue,
      WorkerPlan plan,
      Function<Target, Wire> wires,
      Limits limits,
      LongSupplier lag) {
    this.limits = limits;
    this.catalogue = catalogue;
    this.plan = plan;
    for (WorkerPlan.Worker worker :
        Stream.concat(plan.workers().stream(), plan.alone().stream()).toList()) {
      Wire wire = wires.apply(worker.target());
      this.wires.put(
          new RunContext(worker.target(), worker.stimulus(), wire, limits, line -> {}, lag), wire);
    }
    this.runs = List.copyOf(this.wires.keySet());
  }

  /**
   * Returns the contexts of the workers, and last the one for scenarios that must be alone, if any.
   */
  public List<RunContext> runs() {
    return runs;
  }

  /** Returns the time since the first context was made. */
  public Duration elapsed() {
    return Duration.ofMillis(runs.get(0).micros() / 1_000);
  }

  /**
   * Plays scenarios, side by side as far as they do not disturb each other. Where the thread that
   * calls this is interrupted, the scenarios that are being played have two seconds to end, no
   * other one begins, and the thread is interrupted when this returns.
   *
   * @param collector counts the results, and says in the end why no other one was begun
   * @param messages hears the run as Cucumber messages
   * @return the results of what was played to its end, in no order
   * @throws RuntimeException that a listener of the run has thrown
   */
  public List<ScenarioResult> play(
      List<Scenario> scenarios, long seed, ResultCollector collector, MessagesWriter messages) {
    int workers = plan.workers().size();
    List<Set<Scenario>> parts = new ArrayList<>();
    runs.forEach(run -> parts.add(new HashSet<>()));
    int next = 0;
    for (Scenario scenario : scenarios) {
      parts.get(plan.mustBeAlone(scenario) ? workers : next++ % workers).add(scenario);
    }
    List<CucumberRunner> plays = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      plays.add(
          new CucumberRunner(catalogue, runs.get(i), parts.get(i), seed, collector, messages));
    }
    together(plays.subList(0, workers), collector);
    if (collector.goesOn()) {
      together(plays.subList(workers, plays.size()), collector);
    }
    abandoned = !collector.goesOn();
    return collector.close();
  }

  private void together(List<CucumberRunner> plays, ResultCollector collector) {
    ExecutorService threads = Executors.newCachedThreadPool(WorkerPool::worker);
    try {
      List<Future<?>> playing = new ArrayList<>();
      plays.forEach(play -> playing.add(threads.submit(play)));
      for (Future<?> play : playing) {
        play.get(left().toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      breakOff(threads, collector, Ending.INTERRUPTED);
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      breakOff(threads, collector, Ending.OUT_OF_TIME);
    } catch (ExecutionException e) {
      collector.stop(Ending.INTERRUPTED);
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException("a worker failed: " + e.getCause(), e);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Scenarios end by themselves when the run is out of time; what hangs then is left behind. */
  private Duration left() {
    return limits.run().minus(elapsed()).plusMillis(MILLIS_TO_END);
  }

  private static void breakOff(ExecutorService threads, ResultCollector collector, Ending why) {
    collector.stop(why);
    threads.shutdown();
    awaitEnd(threads);
    // This precedes the interrupt of the workers, whose effects would count against the target.
    collector.end();
  }

  private static void awaitEnd(ExecutorService threads) {
    try {
      boolean unused = threads.awaitTermination(MILLIS_TO_END, TimeUnit.MILLISECONDS);
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Makes the thread of a worker, a daemon: a scenario that hangs must not keep the program from
   * ending.
   */
  private static Thread worker(Runnable play) {
    Thread thread = new Thread(play, "switchhook-worker");
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
