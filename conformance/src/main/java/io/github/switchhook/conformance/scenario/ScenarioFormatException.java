package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.text.Escape;

/**
 * A scenario file that cannot be played; the message says where, what was expected and what came.
 */
public final class ScenarioFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Says where, what was expected and what came. */
  public ScenarioFormatException(String message) {
    super(Escape.lines(message));
  }
}
