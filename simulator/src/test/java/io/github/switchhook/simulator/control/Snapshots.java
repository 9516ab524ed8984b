package io.github.switchhook.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.agent.Switch;
import io.github.switchhook.simulator.engine.SwitchClock;

/** Takes control's snapshot of a switch that a test runs on its own thread. */
public final class Snapshots {
  private Snapshots() {}

  /** Returns the snapshot that control reports, without starting a simulator. */
  public static JsonNode of(Switch theSwitch, SwitchClock clock) {
    return Snapshot.of(theSwitch.sessions(), theSwitch.waiting(), clock.now());
  }
}
