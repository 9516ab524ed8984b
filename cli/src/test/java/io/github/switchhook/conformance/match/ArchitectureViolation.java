package io.github.switchhook.conformance.match;

import io.github.switchhook.simulator.Simulator;

/** Breaks the rules of ArchitectureTest, so that they are seen to say no. */
public final class ArchitectureViolation {
  private ArchitectureViolation() {}

  /** Judges the simulator by its own classes, and knows Tyrus and Cucumber. */
  public static String offend() {
    return Simulator.class.getName()
        + jakarta.websocket.Session.class.getName()
        + io.cucumber.core.runtime.Runtime.class.getName()
        + io.github.switchhook.conformance.verdict.ArchitectureViolation.offend();
  }
}
