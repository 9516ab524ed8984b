package io.github.switchhook.conformance.steps;

import io.github.switchhook.conformance.target.Secrets;
import io.github.switchhook.conformance.target.Stimulus;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.conformance.wire.Wire;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLog;
import java.util.function.Consumer;

/** What the scenarios of one run share. Used by the kit's thread alone. */
public final class Stage {
  /**
   * So many scenarios in a row that could not log in mean that the target is gone; the rest need
   * not wait for it.
   */
  private static final int GIVE_UP_AFTER = 3;

  private final Target target;
  private final Stimulus stimulus;
  private final Wire wire;
  private final Secrets secrets;
  private final Consumer<WireLine> tap;
  private final long began = System.nanoTime();
  private int failedLogins;

  /** Sets the stage; nothing is connected yet. */
  public Stage(Target target, Stimulus stimulus, Wire wire) {
    this(target, stimulus, wire, line -> {});
  }

  /**
   * Sets the stage; {@code tap} sees every line of the wire at once, on the transport's threads.
   */
  public Stage(Target target, Stimulus stimulus, Wire wire, Consumer<WireLine> tap) {
    this.tap = tap;
    this.target = target;
    this.stimulus = stimulus;
    this.wire = wire;
    this.secrets = target.secrets();
  }

  Target target() {
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

  boolean targetIsGone() {
    return failedLogins >= GIVE_UP_AFTER;
  }
}
