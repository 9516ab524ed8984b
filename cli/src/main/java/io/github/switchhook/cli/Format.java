package io.github.switchhook.cli;

import java.util.Locale;

/** How a command prints what it found. */
public enum Format {
  PRETTY,
  JSON,
  MARKDOWN;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
