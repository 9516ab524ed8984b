package io.github.switchhook.simulator.protocol;

/** Thrown where a request cannot be carried out; becomes a failure message. */
public final class RefusalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;

  /**
   * Creates a refusal that becomes a failure with this code.
   *
   * @param message what was expected and what came
   */
  public RefusalException(FailureCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** Returns the code of the failure that it becomes. */
  public FailureCode code() {
    return code;
  }

  /** Returns a sentence that says what was expected and what came. */
  public String explanation() {
    return String.valueOf(getMessage());
  }
}
