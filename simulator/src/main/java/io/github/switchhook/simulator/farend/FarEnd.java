package io.github.switchhook.simulator.farend;

import io.github.switchhook.simulator.call.Call;
import io.github.switchhook.simulator.call.Destination;
import io.github.switchhook.simulator.call.Leg;
import io.github.switchhook.simulator.call.LegObserver;
import io.github.switchhook.simulator.call.LegState;
import io.github.switchhook.simulator.call.Party;
import io.github.switchhook.simulator.engine.SwitchClock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A telephone outside the switch: plays its number's script, does what it is told, and keeps the
 * digits it hears. It is in one call in its life. In a turn only.
 */
public final class FarEnd implements Destination, LegObserver {
  private static final int MAX_HEARD = 10_000;

  private final Party party;
  private final FarEndBehaviour behaviour;
  private final SwitchClock clock;
  private final StringBuilder heard = new StringBuilder();
  private @Nullable Leg leg;

  FarEnd(Party party, FarEndBehaviour behaviour, SwitchClock clock) {
    this.party = party;
    this.behaviour = behaviour;
    this.clock = clock;
  }

  @Override
  public Party party() {
    return party;
  }

  @Override
  public Optional<String> unavailable() {
    return Optional.ofNullable(behaviour.unavailable());
  }

  @Override
  public void ring(Leg ringing) {
    attach(ringing);
    if (behaviour.unavailable() != null) {
      ringing.call().fail(ringing);
    } else if (behaviour.answersAfter() != null) {
      whileRinging(ringing, behaviour.answersAfter(), () -> pickUp(ringing));
    } else if (behaviour.givesUpAfter() != null) {
      whileRinging(ringing, behaviour.givesUpAfter(), () -> ringing.call().fail(ringing));
    }
  }

  /** Makes this the far end of a calling customer's leg, without its number's script. */
  void attach(Leg own) {
    leg = own;
    own.observe(this);
  }

  private void whileRinging(Leg ringing, Duration delay, Runnable act) {
    later(
        delay,
        () -> {
          if (ringing.state() == LegState.ALERTING) {
            act.run();
          }
        });
  }

  private void pickUp(Leg ringing) {
    ringing.call().answer(ringing);
    if (behaviour.hangsUpAfter() != null) {
      later(
          behaviour.hangsUpAfter(),
          () -> {
            if (!ringing.state().gone()) {
              ringing.call().clear(ringing);
            }
          });
    }
  }

  private void later(Duration delay, Runnable act) {
    if (delay.isZero()) {
      act.run();
    } else {
      clock.after(delay, act);
    }
  }

  @Override
  public void heard(Leg own, Party sender, String digits) {
    heard.append(digits);
    if (heard.length() > MAX_HEARD) {
      heard.delete(0, heard.length() - MAX_HEARD);
    }
  }

  /** Returns the DTMF digits it has heard so far; the last 10,000 where they are more. */
  public String heard() {
    return heard.toString();
  }

  /** Its connection; empty before it has one. */
  public Optional<Leg> leg() {
    return Optional.ofNullable(leg);
  }

  /** Tells whether it is in a call. */
  public boolean isUp() {
    return leg != null && !leg.state().gone();
  }

  /** Tells whether this far end is in {@code call}. */
  public boolean isIn(Call call) {
    return isUp() && leg().filter(own -> own.call() == call).isPresent();
  }
}
