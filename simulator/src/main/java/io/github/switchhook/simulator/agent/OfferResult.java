package io.github.switchhook.simulator.agent;

import java.util.Locale;

/** What became of a call, a chat or an email as soon as a customer began it. */
public enum OfferResult {
  /** An agent is offered it. */
  OFFERED,
  /** It waits in a queue. */
  WAITING,
  /** Nobody could take it, so the customer is gone. */
  OVER;

  /** The word for it in control, such as {@code offered}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
