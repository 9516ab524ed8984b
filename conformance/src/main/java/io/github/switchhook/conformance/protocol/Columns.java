package io.github.switchhook.conformance.protocol;

import java.util.List;

/** The columns of the features' tables: what events report (PROTOCOL 3, event data). */
public final class Columns {
  public static final String STATE = "state";
  public static final String BUSY = "busy";
  public static final String MUTED = "muted";
  public static final String RECORDING = "recording";
  public static final String TYPE = "type";

  /** The columns that state events have and that a state check can name. */
  public static final List<String> STATES = List.of(STATE, MUTED, RECORDING, BUSY);

  /** The names of all columns. */
  public static final List<String> ALL =
      List.of(
          STATE, BUSY, MUTED, RECORDING, "focus", "data", "member", "required", TYPE, "actions");

  private Columns() {}
}
