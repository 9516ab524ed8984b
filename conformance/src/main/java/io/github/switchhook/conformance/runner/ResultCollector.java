package io.github.switchhook.conformance.runner;

import io.github.switchhook.conformance.verdict.Ending;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the results of all workers. After a stop no scenario begins any more; after the close
 * none counts. Thread-safe.
 */
public final class ResultCollector {
  private final Consumer<ScenarioResult> progress;
  private final List<ScenarioResult> results = new ArrayList<>();
  private Ending ending = Ending.COMPLETE;
  private @Nullable RuntimeException failure;
  private boolean closed;

  /** Makes an empty one that passes each result on, one at a time. */
  public ResultCollector(Consumer<ScenarioResult> progress) {
    this.progress = progress;
  }

  /** Tells whether another scenario may be begun. */
  synchronized boolean goesOn() {
    return ending == Ending.COMPLETE && !closed && failure == null;
  }

  /** Lets the scenarios that are being played end, and no other begin. The first reason stays. */
  public synchronized void stop(Ending why) {
    if (ending == Ending.COMPLETE) {
      ending = why;
    }
  }

  /** Returns why no other scenario was begun. */
  public synchronized Ending ending() {
    return ending;
  }

  /** Counts a result; returns false if it came too late. */
  synchronized boolean add(ScenarioResult result) {
    if (!closed) {
      results.add(result);
      guard(() -> progress.accept(result));
    }
    return !closed;
  }

  /**
   * Calls a listener of the run, such as a writer of files. An exception of the listener ends the
   * run, and {@link #close} throws it; Cucumber would wrap it.
   */
  void guard(Runnable telling) {
    try {
      telling.run();
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  private synchronized void fail(RuntimeException e) {
    if (failure == null) {
      failure = e;
    }
  }

  /** Counts nothing from now on. */
  synchronized void end() {
    closed = true;
  }

  /**
   * Returns what was counted; nothing is from now on.
   *
   * @throws RuntimeException that a listener of the run has thrown
   */
  synchronized List<ScenarioResult> close() {
    end();
    if (failure != null) {
      throw failure;
    }
    return List.copyOf(results);
  }
}
