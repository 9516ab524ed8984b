package io.github.switchhook.conformance.transcript;

/** How fast a recording is played. */
@FunctionalInterface
public interface Pace {
  /** As it was recorded. */
  Pace RECORDED = micros -> micros;

  /** Everything as soon as what caused it has happened. */
  Pace AT_ONCE = micros -> 0;

  /** Returns how many microseconds are let pass where so many passed in the recording. */
  long micros(long recorded);
}
