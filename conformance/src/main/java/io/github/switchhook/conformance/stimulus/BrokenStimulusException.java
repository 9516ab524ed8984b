package io.github.switchhook.conformance.stimulus;

/**
 * The kit's own means to make a target do something does not work: its program cannot be run, its
 * side door cannot be reached or speaks no HTTP. Nothing refused anything.
 */
public final class BrokenStimulusException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Says what was tried and what came. */
  public BrokenStimulusException(String message) {
    super(message);
  }

  /** Says what was tried and what came. */
  public BrokenStimulusException(String message, Throwable cause) {
    super(message, cause);
  }
}
