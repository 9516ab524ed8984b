package io.github.switchhook.conformance.stimulus;

/**
 * A stimulus needs an argument that this scenario does not have, such as the agent of a customer
 * that still waits in a queue.
 */
public final class UnsupportedStimulusException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception with a message that says what is missing. */
  public UnsupportedStimulusException(String message) {
    super(message);
  }
}
