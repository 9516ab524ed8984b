package io.github.switchhook.conformance.transcript.playback;

/** The speed at which a recording is played. */
@FunctionalInterface
public interface ReplaySpeed {
  /** Waits as long as in the recording. */
  ReplaySpeed RECORDED = micros -> micros;

  /** Plays each message as soon as its cause has happened. */
  ReplaySpeed AT_ONCE = micros -> 0;

  /** Returns the delay to replay for a recorded delay, in microseconds. */
  long micros(long recorded);
}
