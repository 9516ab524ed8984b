package io.github.switchhook.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.agent.Switch;
import io.github.switchhook.simulator.engine.SwitchClock;

/** What control's snapshot says, of a switch that the test itself has on its thread. */
public final class Snapshots {
  private Snapshots() {}

  /** Returns the snapshot that control reports, without starting a simulator. */
  public static JsonNode of(Switch theSwitch, SwitchClock clock) {
    return Snapshot.of(theSwitch.sessions(), theSwitch.waiting(), clock.now());
  }
}
