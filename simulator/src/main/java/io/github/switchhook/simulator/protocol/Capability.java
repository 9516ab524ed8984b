package io.github.switchhook.simulator.protocol;

import java.util.Arrays;
import java.util.Optional;

/**
 * The capabilities that a platform may lack; commands that need one are then <em>unsupported</em>.
 */
public enum Capability {
  CONSULT("consult"),
  CONFERENCE("conference"),
  RECORDING("recording"),
  RECORDING_PAUSE("recording.pause"),
  DISPOSITIONS("dispositions"),
  INCONTACT("incontact"),
  MULTIMEDIA("multimedia");

  private final String word;

  Capability(String word) {
    this.word = word;
  }

  /** Returns the name in profiles and control calls. */
  public String wireName() {
    return word;
  }

  /** Returns the capability of that name, if there is one. */
  public static Optional<Capability> find(String word) {
    return Arrays.stream(values()).filter(c -> c.word.equals(word)).findFirst();
  }
}
