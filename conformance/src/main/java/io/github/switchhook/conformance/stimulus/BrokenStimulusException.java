package io.github.switchhook.conformance.stimulus;

/**
 * The kit's own means to make a target do something does not work: its program cannot be run, its
 * HTTP address cannot be reached or does not answer by HTTP. The target refused nothing.
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
