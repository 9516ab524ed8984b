package io.github.switchhook.conformance.steps;

/** The words that stand in the patterns of several sentences, each as a group. */
final class SentencePatterns {
  static final String AGENT = "(Alice|Bob|Carol|Dave)";
  static final String PARTY = "(far end|consulted party|third party)";
  static final String QUEUE = "(sales|service)";

  private SentencePatterns() {}
}
