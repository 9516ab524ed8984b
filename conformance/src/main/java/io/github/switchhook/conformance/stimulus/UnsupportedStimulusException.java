package io.github.switchhook.conformance.stimulus;

/**
 * What a stimulus cannot do because it takes an argument that this scenario has not, such as the
 * agent of a customer who waits for one.
 */
public final class UnsupportedStimulusException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is missing. */
  public UnsupportedStimulusException(String message) {
    super(message);
  }
}
