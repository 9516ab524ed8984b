package io.github.switchhook.simulator.farend;

/** Breaks the rules of ArchitectureTest, so that they are seen to say no. */
public final class ArchitectureViolation {
  private ArchitectureViolation() {}

  /** Closes a circle of packages. */
  public static void offend() throws InterruptedException {
    io.github.switchhook.simulator.call.ArchitectureViolation.offend(new ArchitectureViolation());
  }
}
