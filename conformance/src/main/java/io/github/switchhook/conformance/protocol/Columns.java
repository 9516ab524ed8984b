package io.github.switchhook.conformance.protocol;

import java.util.List;

/** What events report (PROTOCOL 3, event data): the columns of the features' tables. */
public final class Columns {
  public static final String STATE = "state";
  public static final String BUSY = "busy";
  public static final String MUTED = "muted";
  public static final String RECORDING = "recording";
  public static final String TYPE = "type";

  /** What a state event says of its object, and what a state check can look at. */
  public static final List<String> STATES = List.of(STATE, MUTED, RECORDING, BUSY);

  /** The names of all columns. */
  public static final List<String> ALL =
      List.of(
          STATE, BUSY, MUTED, RECORDING, "focus", "data", "member", "required", TYPE, "actions");

  private Columns() {}
}
