package io.github.switchhook.simulator.farend;

/** Breaks the rules of ArchitectureTest, so that they are seen to say no. */
public final class Culprit {
  private Culprit() {}

  /** Closes a circle of packages. */
  public static void offend() throws InterruptedException {
    io.github.switchhook.simulator.call.Culprit.offend(new Culprit());
  }
}
