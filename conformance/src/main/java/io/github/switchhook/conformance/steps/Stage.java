package io.github.switchhook.conformance.steps;

import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.target.Secrets;
import io.github.switchhook.conformance.target.Stimulus;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.conformance.wire.Wire;
import io.github.switchhook.conformance.wire.WireLog;

/** What the scenarios of one run share. Used by the kit's thread alone. */
public final class Stage {
  /**
   * So many scenarios in a row that could not log in mean that the target is gone; the rest need
   * not wait for it.
   */
  private static final int GIVE_UP_AFTER = 3;

  private final Catalogue catalogue;
  private final Target target;
  private final Stimulus stimulus;
  private final Wire wire;
  private final Secrets secrets;
  private final long began = System.nanoTime();
  private int failedLogins;

  /** Sets the stage; nothing is connected yet. */
  public Stage(Catalogue catalogue, Target target, Stimulus stimulus, Wire wire) {
    this.catalogue = catalogue;
    this.target = target;
    this.stimulus = stimulus;
    this.wire = wire;
    this.secrets = target.secrets();
  }

  Catalogue catalogue() {
    return catalogue;
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
    return new WireLog(this::micros, secrets);
  }

  Secrets secrets() {
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
