package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.profile.Operations;

/** The acts of a party at the other end of a call. */
public enum PartyAct implements Worded {
  ANSWERS("answers", Operations.ANSWER),
  HANGS_UP("hangs up", Operations.HANGUP),
  IS_BUSY("is busy", Operations.BUSY),
  REFUSES("refuses", Operations.REFUSE),
  DOES_NOT_ANSWER("does not answer", Operations.NO_ANSWER);

  private final String words;
  private final String operation;

  PartyAct(String words, String operation) {
    this.words = words;
    this.operation = operation;
  }

  @Override
  public String words() {
    return words;
  }

  /**
   * Finds the act that a scenario means.
   *
   * @throws IllegalArgumentException if no act is called so
   */
  public static PartyAct of(String words) {
    return Worded.find(values(), words)
        .orElseThrow(() -> new IllegalArgumentException("no party " + words));
  }

  /** Returns the name of the stimulus operation that makes a party do it. */
  public String operation() {
    return operation;
  }
}
