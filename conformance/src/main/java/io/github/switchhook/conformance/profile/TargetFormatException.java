package io.github.switchhook.conformance.profile;

import io.github.switchhook.conformance.text.Escape;
import org.jspecify.annotations.Nullable;

/** A target file that cannot be used; the message says where, what was expected and what came. */
public final class TargetFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String word;

  /** Makes an error with a message that can be shown as it is. */
  public TargetFormatException(String message) {
    this(message, null);
  }

  /**
   * Says what is wrong with a word of the file.
   *
   * @param word as it stands in the file, so that its line can be found; null if there is none
   */
  TargetFormatException(String message, @Nullable String word) {
    super(Escape.line(message));
    this.word = word;
  }

  @Nullable String word() {
    return word;
  }
}
