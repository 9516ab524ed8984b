package io.github.switchhook.conformance.text;

/** Breaks the rules of ArchitectureTest, so that they are seen to say no. */
public final class ArchitectureViolation {
  private ArchitectureViolation() {}

  /** Goes up, from a package that uses none. */
  public static String offend() {
    return io.github.switchhook.conformance.match.ArchitectureViolation.offend();
  }
}
