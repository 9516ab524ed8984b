package io.github.switchhook.conformance.protocol;

import java.util.List;

/**
 * The capabilities that a switch may have or lack (PROTOCOL 5), by their names in profiles and
 * scenario files.
 */
public final class Capabilities {
  public static final String CONSULT = "consult";
  public static final String CONFERENCE = "conference";
  public static final String RECORDING = "recording";
  public static final String RECORDING_PAUSE = "recording.pause";
  public static final String DISPOSITIONS = "dispositions";
  public static final String INCONTACT = "incontact";
  public static final String MULTIMEDIA = "multimedia";

  /** The names of all capabilities. */
  public static final List<String> ALL =
      List.of(CONSULT, CONFERENCE, RECORDING, RECORDING_PAUSE, DISPOSITIONS, INCONTACT, MULTIMEDIA);

  private Capabilities() {}
}
