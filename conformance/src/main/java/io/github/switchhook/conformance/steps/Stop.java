package io.github.switchhook.conformance.steps;

/** Ends a scenario early; why already stands in its docket. */
public final class Stop extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Stop() {
    super("the scenario ends here, see its findings", null, false, false);
  }
}
