package io.github.switchhook.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of bytes such as {@code 500}, {@code 256k} or {@code 8m}, of 1,024 each. */
public final class SizeConverter implements ITypeConverter<Integer> {
  private static final Pattern SIZE =
      Pattern.compile("([0-9]{1,9}+)([km]?+)i?+b?+", Pattern.CASE_INSENSITIVE);

  @Override
  public Integer convert(String text) {
    Matcher size = SIZE.matcher(text);
    if (size.matches()) {
      int shift = size.group(2).isEmpty() ? 0 : size.group(2).equalsIgnoreCase("k") ? 10 : 20;
      long bytes = Long.parseLong(size.group(1)) << shift;
      if (bytes > 0 && bytes <= Integer.MAX_VALUE) {
        return (int) bytes;
      }
    }
    throw new TypeConversionException(
        "expected a number of bytes such as 500, 256k or 8m, got " + text);
  }
}
