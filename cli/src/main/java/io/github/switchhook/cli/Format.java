package io.github.switchhook.cli;

import java.util.Locale;

/** The formats in which a command prints its result. */
public enum Format {
  PRETTY,
  JSON,
  MARKDOWN;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
