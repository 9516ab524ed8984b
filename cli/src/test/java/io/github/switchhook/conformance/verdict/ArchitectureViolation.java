package io.github.switchhook.conformance.verdict;

/** Breaks the rules of ArchitectureTest, so that they are seen to say no. */
public final class ArchitectureViolation {
  private ArchitectureViolation() {}

  /** Closes a circle of packages. */
  public static String offend() {
    return io.github.switchhook.conformance.match.ArchitectureViolation.offend();
  }
}
