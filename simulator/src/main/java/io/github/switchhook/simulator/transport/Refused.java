package io.github.switchhook.simulator.transport;

/** A request that is answered without being carried out; each port says it in its own form. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final Status status;
  private final String explanation;

  /** Says why, in a sentence for the one who sent it. */
  public Refused(Status status, String explanation) {
    super(explanation, null, false, false);
    this.status = status;
    this.explanation = explanation;
  }

  /** A request that is malformed. */
  public static Refused badRequest(String explanation) {
    return new Refused(Status.BAD_REQUEST, explanation);
  }

  /** What it is answered with. */
  public Status status() {
    return status;
  }

  /** Why, in a sentence. */
  public String explanation() {
    return explanation;
  }
}
