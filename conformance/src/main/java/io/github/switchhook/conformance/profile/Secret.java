package io.github.switchhook.conformance.profile;

import java.util.Objects;

/**
 * A text that must never be shown, such as a password. It prints as {@code ***}.
 *
 * @param value the text itself, for the wire only
 */
public record Secret(String value) {
  /** The text in place of a secret wherever it would have been shown. */
  static final String MASK = "***";

  public Secret {
    Objects.requireNonNull(value);
  }

  @Override
  public String toString() {
    return MASK;
  }
}
