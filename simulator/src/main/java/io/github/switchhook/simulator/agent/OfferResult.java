package io.github.switchhook.simulator.agent;

import java.util.Locale;

/** The immediate result of a call, a chat or an email that a customer began. */
public enum OfferResult {
  /** It is being offered to an agent. */
  OFFERED,
  /** It waits in a queue for an agent to become free. */
  WAITING,
  /** No agent could take it, so it is over for the customer. */
  OVER;

  /** Returns the word for it in control, such as {@code offered}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
