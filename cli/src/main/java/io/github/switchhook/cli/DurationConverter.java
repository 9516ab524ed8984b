package io.github.switchhook.cli;

import io.github.switchhook.conformance.scenario.Spans;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time longer than zero, such as {@code 500ms}, {@code 90s}, {@code 5m}, {@code 2h}. */
public final class DurationConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    return Spans.parse(text)
        .filter(span -> !span.isZero())
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected a time such as 500ms, 90s, 5m or 2h, got " + text));
  }

  /** Reads a time, or {@code 0} for no limit. */
  public static final class OrNone implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      return text.equals("0") ? Duration.ZERO : new DurationConverter().convert(text);
    }
  }
}
