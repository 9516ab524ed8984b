package io.github.switchhook.simulator.engine;

/** How the switch's time passes. */
public enum ClockKind {
  /** By itself, as on the wall. */
  REAL,
  /** Only when control advances it. */
  VIRTUAL,
  /** Jumps to the next timer once nothing has come in for a short real while. */
  AUTO
}
