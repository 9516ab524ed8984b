package io.github.switchhook.conformance;

import io.github.switchhook.conformance.verdict.ScenarioResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects the results of all lanes. Once it is told to stop, no scenario is begun any more; once
 * it is closed, none counts. Thread-safe.
 */
final class Tally {
  private final Consumer<ScenarioResult> progress;
  private final List<ScenarioResult> results = new ArrayList<>();
  private boolean stopped;
  private boolean closed;

  /** Makes an empty one that passes each result on, one at a time. */
  Tally(Consumer<ScenarioResult> progress) {
    this.progress = progress;
  }

  /** Tells whether another scenario may be begun. */
  synchronized boolean goesOn() {
    return !stopped;
  }

  /** Lets the scenarios that are being played end, and no other begin. */
  synchronized void stop() {
    stopped = true;
  }

  /** Counts a result; returns false if it came too late. */
  synchronized boolean add(ScenarioResult result) {
    if (!closed) {
      results.add(result);
      progress.accept(result);
    }
    return !closed;
  }

  /** Returns what was counted; nothing is from now on. */
  synchronized List<ScenarioResult> close() {
    stopped = true;
    closed = true;
    return List.copyOf(results);
  }
}
