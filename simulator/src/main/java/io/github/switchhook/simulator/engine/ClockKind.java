package io.github.switchhook.simulator.engine;

/** The ways in which the switch's time can pass. */
public enum ClockKind {
  /** The time passes by itself, as real time does. */
  REAL,
  /** The time passes only when control advances it. */
  VIRTUAL,
  /** Jumps to the next timer once nothing has come in for a short real while. */
  AUTO
}
