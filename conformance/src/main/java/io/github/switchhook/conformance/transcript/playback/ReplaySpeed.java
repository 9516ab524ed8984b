package io.github.switchhook.conformance.transcript.playback;

/** How fast a recording is played. */
@FunctionalInterface
public interface ReplaySpeed {
  /** As it was recorded. */
  ReplaySpeed RECORDED = micros -> micros;

  /** Everything as soon as what caused it has happened. */
  ReplaySpeed AT_ONCE = micros -> 0;

  /** Returns how many microseconds are let pass where so many passed in the recording. */
  long micros(long recorded);
}
