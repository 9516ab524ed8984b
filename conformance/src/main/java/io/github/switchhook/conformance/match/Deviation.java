package io.github.switchhook.conformance.match;

import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.text.Excerpt;

/**
 * One difference between what was expected and what came.
 *
 * @param kind what kind of difference
 * @param text what was expected and what came: one line of limited length, whatever the target sent
 */
public record Deviation(DeviationKind kind, String text) {
  private static final int LONGEST = 2_000;

  public Deviation {
    text = Escape.line(Excerpt.of(text, LONGEST));
  }
}
