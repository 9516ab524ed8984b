package io.github.switchhook.conformance.execution;

import io.github.switchhook.conformance.profile.Secrets;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.session.Allowance;
import io.github.switchhook.conformance.session.LagMeter;
import io.github.switchhook.conformance.session.Limits;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.conformance.verdict.Ending;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.wire.Wire;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLog;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The state that the scenarios of one run share. Used by the kit's thread alone. */
public final class RunContext {
  /**
   * The number of scenarios in a row without a login after which the target counts as gone and the
   * others do not wait for it.
   */
  private static final int GIVE_UP_AFTER = 3;

  /** The number of scenarios in a row without an answer after the login that means the same. */
  private static final int SILENT_AFTER = 5;

  private final Target target;
  private final Stimulus stimulus;
  private final Wire wire;
  private final Secrets secrets;
  private final Consumer<WireLine> tap;
  private final Limits limits;
  private final LongSupplier lag;
  private final long began = System.nanoTime();
  private int failedLogins;
  private int silentScenarios;

  /** Makes the context of a run; nothing is connected yet. */
  public RunContext(Target target, Stimulus stimulus, Wire wire, Limits limits) {
    this(target, stimulus, wire, limits, line -> {});
  }

  /**
   * Makes the context of a run; {@code tap} sees every line of the wire at once, on the transport's
   * threads.
   */
  public RunContext(
      Target target, Stimulus stimulus, Wire wire, Limits limits, Consumer<WireLine> tap) {
    this(target, stimulus, wire, limits, tap, LagMeter.ofThisProcess());
  }

  /**
   * Makes the context of a run.
   *
   * @param limits how long everything in it may take, from now on
   * @param lag the nanoseconds that threads of this process were late so far, all together
   */
  public RunContext(
      Target target,
      Stimulus stimulus,
      Wire wire,
      Limits limits,
      Consumer<WireLine> tap,
      LongSupplier lag) {
    this.tap = tap;
    this.limits = limits;
    this.lag = lag;
    this.target = target;
    this.stimulus = stimulus;
    this.wire = wire;
    this.secrets = target.secrets();
  }

  public Target target() {
    return target;
  }

  Stimulus stimulus() {
    return stimulus;
  }

  Wire wire() {
    return wire;
  }

  WireLog newLog() {
    return new WireLog(this::micros, secrets, tap);
  }

  /** Takes the target's secrets out of any text. */
  public Secrets secrets() {
    return secrets;
  }

  /** Returns the microseconds since the run began. */
  public long micros() {
    return (System.nanoTime() - began) / 1_000;
  }

  void loginFailed() {
    failedLogins++;
  }

  void loginSucceeded() {
    failedLogins = 0;
  }

  /** Returns the nanoseconds that threads of this process were late so far, all together. */
  public static LongSupplier lagOfThisProcess() {
    return LagMeter.ofThisProcess();
  }

  /** Starts the allowance of one scenario. */
  Allowance allowance(FindingRecorder recorder) {
    return new Allowance(
        why -> recorder.stop(Verdict.INCONCLUSIVE, why),
        limits,
        began + limits.run().toNanos(),
        lag);
  }

  /** Notes whether the target answered anything in a scenario that is over. */
  void heard(Allowance allowance) {
    if (allowance.wasSilent()) {
      silentScenarios++;
    } else if (allowance.wasAnswered()) {
      silentScenarios = 0;
    }
  }

  /** Returns why no other scenario is worth beginning; empty where the run goes on. */
  public Optional<Ending> over() {
    if (System.nanoTime() - began >= limits.run().toNanos()) {
      return Optional.of(Ending.OUT_OF_TIME);
    }
    if (failedLogins >= GIVE_UP_AFTER) {
      return Optional.of(Ending.GONE);
    }
    return silentScenarios >= SILENT_AFTER ? Optional.of(Ending.SILENT) : Optional.empty();
  }
}
