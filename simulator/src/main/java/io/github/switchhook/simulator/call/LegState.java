package io.github.switchhook.simulator.call;

import static io.github.switchhook.simulator.call.LegTrigger.ANSWER;
import static io.github.switchhook.simulator.call.LegTrigger.CLEAR;
import static io.github.switchhook.simulator.call.LegTrigger.FAIL;
import static io.github.switchhook.simulator.call.LegTrigger.FAR_END_ANSWERED;
import static io.github.switchhook.simulator.call.LegTrigger.HOLD;
import static io.github.switchhook.simulator.call.LegTrigger.RETRIEVE;

import java.util.Map;
import java.util.Optional;

/**
 * The CSTA connection state of a leg (PROTOCOL section 3), with the transitions out of it. A pair
 * that is not in the table is illegal.
 */
public enum LegState {
  /** Outbound, the far end has not answered yet. */
  INITIATED,
  /** Offered, not answered yet. */
  ALERTING,
  /** Talking. */
  CONNECTED,
  /** Answered and put on hold by this leg's own party. */
  HELD,
  /** The far end was busy, refused, or did not answer: gone. */
  FAILED,
  /** Gone. */
  NULL;

  private static final Map<LegState, Map<LegTrigger, LegState>> TABLE =
      Map.of(
          INITIATED, Map.of(FAR_END_ANSWERED, CONNECTED, FAIL, FAILED, CLEAR, NULL),
          ALERTING, Map.of(ANSWER, CONNECTED, FAIL, FAILED, CLEAR, NULL),
          CONNECTED, Map.of(HOLD, HELD, CLEAR, NULL),
          HELD, Map.of(RETRIEVE, CONNECTED, CLEAR, NULL),
          FAILED, Map.of(),
          NULL, Map.of());

  /** Looks up where {@code trigger} leads from here; empty where the pair is illegal. */
  public Optional<LegState> on(LegTrigger trigger) {
    return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(trigger));
  }

  /** Tells whether the leg was answered and is still up: CONNECTED or HELD (PROTOCOL section 3). */
  public boolean answered() {
    return this == CONNECTED || this == HELD;
  }

  /** Tells whether the leg has left its call. */
  public boolean gone() {
    return this == FAILED || this == NULL;
  }
}
