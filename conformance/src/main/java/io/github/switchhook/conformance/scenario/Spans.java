package io.github.switchhook.conformance.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time as people write them, such as {@code 5s}: {@code ms}, {@code s}, {@code m},
 * {@code h}.
 */
public final class Spans {
  private static final Pattern SPAN = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");

  private Spans() {}

  /** Reads one; empty if it is none. */
  public static Optional<Duration> parse(String text) {
    Matcher span = SPAN.matcher(text.strip());
    if (!span.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(span.group(1));
    return Optional.of(
        switch (span.group(2)) {
          case "ms" -> Duration.ofMillis(count);
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          default -> Duration.ofHours(count);
        });
  }
}
