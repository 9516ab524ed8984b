package io.github.switchhook.conformance.target;

/** A target file that cannot be used; the message says where, what was expected and what came. */
public final class TargetFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  TargetFormatException(String message) {
    super(message);
  }
}
