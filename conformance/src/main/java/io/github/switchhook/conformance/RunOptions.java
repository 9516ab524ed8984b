package io.github.switchhook.conformance;

import io.github.switchhook.conformance.session.Limits;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The options of a run, beside its target.
 *
 * @param only requirement ids, beginnings of ids, or commands; empty plays everything
 * @param shard which part of that
 * @param strict whether a warning makes the run fail
 * @param seed 0 plays the scenarios in the order of the files, any other value shuffles them, the
 *     same value always alike
 * @param progress gets each result as soon as it exists, one at a time, on any thread
 * @param messages gets the run as Cucumber Messages, some whole lines of JSON at a time, on any
 *     thread; empty makes none
 * @param limits how long it may take, whatever the target does
 */
public record RunOptions(
    List<String> only,
    Shard shard,
    boolean strict,
    long seed,
    Consumer<ScenarioResult> progress,
    Optional<Consumer<String>> messages,
    Limits limits) {
  /** Plays every scenario in order, allows warnings and reports no progress. */
  public static final RunOptions DEFAULT = new RunOptions(List.of(), false, 0, result -> {});

  public RunOptions {
    only = List.copyOf(only);
  }

  /** Leaves no part out and makes no messages. */
  public RunOptions(
      List<String> only, boolean strict, long seed, Consumer<ScenarioResult> progress) {
    this(only, Shard.WHOLE, strict, seed, progress, Optional.empty(), Limits.DEFAULT);
  }

  /** Returns the same with other limits. */
  public RunOptions within(Limits others) {
    return new RunOptions(only, shard, strict, seed, progress, messages, others);
  }
}
