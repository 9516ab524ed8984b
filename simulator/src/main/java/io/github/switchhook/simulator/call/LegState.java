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
  /**
   * The party has dialled and the far end has not answered. Entered when the leg is made; left when
   * the far end answers (CONNECTED), when it is busy, refuses or does not answer (FAILED), or when
   * this party or the far end gives up (NULL).
   */
  INITIATED,
  /**
   * The call is offered to the party. Entered when the leg is made; left when the party answers
   * (CONNECTED), when it is busy, refuses or does not answer (FAILED), or when the offer is
   * withdrawn or turned down (NULL).
   */
  ALERTING,
  /**
   * The party talks. Entered by an answer at either end, by retrieving the call, and by a
   * conference while the far end still rings; left by putting the call on hold (HELD) or when the
   * leg leaves its call (NULL).
   */
  CONNECTED,
  /**
   * The leg's own party has put the call on hold. Entered from CONNECTED; left by retrieving the
   * call (CONNECTED) or when the leg leaves its call (NULL).
   */
  HELD,
  /**
   * The far end was busy, refused, or did not answer. Entered from INITIATED or ALERTING; never
   * left, as the leg is out of its call.
   */
  FAILED,
  /** The leg has left its call. Entered from every state that is up; never left. */
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
