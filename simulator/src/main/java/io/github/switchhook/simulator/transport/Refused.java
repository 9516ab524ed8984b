package io.github.switchhook.simulator.transport;

/**
 * Thrown where a request is answered without being carried out; each port writes the refusal in its
 * own form.
 */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final Status status;
  private final String explanation;

  /** Creates a refusal; {@code explanation} is a sentence for the sender of the request. */
  public Refused(Status status, String explanation) {
    super(explanation, null, false, false);
    this.status = status;
    this.explanation = explanation;
  }

  /** Returns the refusal of a malformed request: 400 (Bad Request). */
  public static Refused badRequest(String explanation) {
    return new Refused(Status.BAD_REQUEST, explanation);
  }

  /** Returns the status that the request is answered with. */
  public Status status() {
    return status;
  }

  /** Returns the reason, in a sentence for the sender. */
  public String explanation() {
    return explanation;
  }
}
