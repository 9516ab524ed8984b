package io.github.switchhook.cli;

import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How fast calls are played. */
public enum Speed {
  /** Time passes as it does, or did. */
  REAL("1x"),
  /** Nobody waits. */
  MAX("max");

  private final String word;

  Speed(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }

  /** Reads the word. */
  static final class Converter implements ITypeConverter<Speed> {
    @Override
    public Speed convert(String word) {
      for (Speed speed : values()) {
        if (speed.word.equals(word)) {
          return speed;
        }
      }
      throw new TypeConversionException("expected 1x or max, got " + word);
    }
  }

  /** The words, for completion. */
  static final class Words implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of(REAL.word, MAX.word).iterator();
    }
  }
}
