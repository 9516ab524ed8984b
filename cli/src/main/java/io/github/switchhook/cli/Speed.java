package io.github.switchhook.cli;

import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The speed at which calls are played. */
public enum Speed {
  /** Plays in real time: time passes as it does, or did in a recording. */
  REAL("1x"),
  /** Plays without waiting. */
  MAX("max");

  private final String word;

  Speed(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }

  /** Reads the option's value. */
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

  /** The possible values, for completion. */
  static final class Words implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of(REAL.word, MAX.word).iterator();
    }
  }
}
