package io.github.switchhook.conformance.transcript;

import io.github.switchhook.conformance.text.Escape;
import java.nio.file.Path;

/** A file that is not a transcript; the message says where, what was expected and what came. */
public final class TranscriptFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  TranscriptFormatException(Path file, int line, String what) {
    super(Escape.line(file + ":" + line + ": " + what));
  }
}
