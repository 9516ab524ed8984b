package io.github.switchhook.conformance.session;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The resources that one scenario may use: time, messages, bytes. It also knows how much the kit
 * itself was kept from running, and whether the target answers at all. Used by the kit's thread
 * alone.
 */
public final class Allowance {
  /**
   * The factor by which the lag prolongs a wait: a thread that works is delayed more than one that
   * sleeps, by which the lag is measured.
   */
  private static final int PATIENCE = 10;

  /** The factor by which a wait is prolonged at most. */
  private static final int MOST = 5;

  /** The divisor of a wait that gives the least lag which explains a late answer. */
  private static final int RELEVANT = 20;

  private final Function<String, ? extends RuntimeException> inconclusive;
  private final LongSupplier lag;
  private final Limits limits;
  private final long runEnd;
  private long end;
  private boolean ending;
  private boolean answered;
  private boolean missed;

  /**
   * Starts the clock of a scenario.
   *
   * @param inconclusive makes what ends the scenario without a verdict on the target, for a reason
   * @param lag the nanoseconds that threads of the kit were late so far, all together
   * @param runEnd when the whole run must be over, by {@link System#nanoTime}
   */
  public Allowance(
      Function<String, ? extends RuntimeException> inconclusive,
      Limits limits,
      long runEnd,
      LongSupplier lag) {
    this.inconclusive = inconclusive;
    this.limits = limits;
    this.lag = lag;
    this.runEnd = runEnd;
    this.end = System.nanoTime() + limits.scenario().toNanos();
  }

  // --- time

  /** Lets the scenario last longer by what it waits for on purpose, or by what a stimulus took. */
  public void extend(Duration more) {
    end += more.toNanos();
  }

  /** Notes that the scenario has ended and only logs out; missing messages are not waited for. */
  public void takesLeave() {
    ending = true;
  }

  /** Returns how long may still be waited; zero where time is up. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, Math.min(end, runEnd) - System.nanoTime()));
  }

  /** Ends the scenario if its time or the run's is up. */
  public void requireTime() {
    if (!ending && left().isZero()) {
      ending = true;
      throw inconclusive.apply(
          System.nanoTime() >= runEnd
              ? "out of time: the run may take " + words(limits.run())
              : "out of time: a scenario may take " + words(limits.scenario()));
    }
  }

  private static String words(Duration time) {
    return time.toSeconds() < 1 ? time.toMillis() + " ms" : time.toSeconds() + " s";
  }

  // --- the kit's own slowness

  /** Returns a mark for {@link #lagSince}. */
  public long lagMark() {
    return lag.getAsLong();
  }

  /** Returns how long the kit was kept from running since a mark, in nanoseconds. */
  public long lagSince(long mark) {
    return lag.getAsLong() - mark;
  }

  /** Returns how much longer than asked for may be waited, given a lag, in nanoseconds. */
  public static long longerWait(Duration asked, long lag) {
    return isRelevant(asked, lag) ? Math.min(asked.toNanos() * (MOST - 1), lag * PATIENCE) : 0;
  }

  /** Tells whether a lag may be why nothing came. */
  public static boolean isRelevant(Duration asked, long lag) {
    return lag > 0 && lag >= asked.toNanos() / RELEVANT;
  }

  /**
   * Returns the exception that ends the scenario, because it is unknown whether the target or the
   * kit was too slow.
   */
  public RuntimeException tooSlow(String what, Duration lag) {
    return inconclusive.apply(
        what
            + ", but the kit was too slow itself: this machine kept it from running for "
            + lag.toMillis()
            + " ms of that time");
  }

  // --- whether the target answers

  public void isLoggedIn() {
    answered = false;
    missed = false;
  }

  public void isAnswered() {
    answered = true;
  }

  public void isMissed() {
    missed = true;
  }

  /** Tells whether something was answered since the last login. */
  public boolean wasAnswered() {
    return answered;
  }

  /** Tells whether, since the last login, an answer was waited for in vain, and none came. */
  public boolean wasSilent() {
    return missed && !answered;
  }
}
