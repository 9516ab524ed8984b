package io.github.switchhook.conformance.protocol;

import java.util.List;

/** What a switch may have or lack (PROTOCOL 5), as profiles and scenario files call it. */
public final class Capabilities {
  public static final String CONSULT = "consult";
  public static final String CONFERENCE = "conference";
  public static final String RECORDING = "recording";
  public static final String RECORDING_PAUSE = "recording.pause";
  public static final String DISPOSITIONS = "dispositions";
  public static final String INCONTACT = "incontact";
  public static final String MULTIMEDIA = "multimedia";

  /** Every capability. */
  public static final List<String> ALL =
      List.of(CONSULT, CONFERENCE, RECORDING, RECORDING_PAUSE, DISPOSITIONS, INCONTACT, MULTIMEDIA);

  private Capabilities() {}
}
