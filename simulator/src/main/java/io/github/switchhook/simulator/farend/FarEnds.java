package io.github.switchhook.simulator.farend;

import io.github.switchhook.simulator.call.Call;
import io.github.switchhook.simulator.call.Leg;
import io.github.switchhook.simulator.call.LegState;
import io.github.switchhook.simulator.call.Party;
import io.github.switchhook.simulator.engine.Ids;
import io.github.switchhook.simulator.engine.SwitchClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The far ends that are in a call, or about to be. In a turn only. */
public final class FarEnds {
  private final List<FarEnd> live = new ArrayList<>();
  private final Ids ids;
  private final SwitchClock clock;

  /** Creates the far ends of a switch, of which there are none at first. */
  public FarEnds(Ids ids, SwitchClock clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /** Creates the far end that a dialled number reaches; empty where there is no such number. */
  public Optional<FarEnd> dialled(String number) {
    return NumberPlan.find(number).map(behaviour -> create(number, behaviour));
  }

  /** Creates a customer at {@code number} who has begun {@code call}. */
  public FarEnd calling(String number, Call call) {
    FarEnd customer = create(number, FarEndBehaviour.rings());
    customer.attach(call.add(customer.party(), LegState.INITIATED));
    return customer;
  }

  /** Returns the far end at {@code address} that is in one of {@code calls}. */
  public Optional<FarEnd> find(List<Call> calls, String address) {
    return live.stream()
        .filter(farEnd -> farEnd.party().address().equals(address))
        .filter(farEnd -> calls.stream().anyMatch(farEnd::isIn))
        .findFirst();
  }

  /** Returns the far end at {@code address}, in whatever call. */
  public Optional<FarEnd> find(String address) {
    return live.stream()
        .filter(farEnd -> farEnd.party().address().equals(address) && farEnd.isUp())
        .findFirst();
  }

  /** Ends the calls of all far ends, also those that no agent is in any more. */
  public void reset() {
    List.copyOf(live).stream()
        .filter(FarEnd::isUp)
        .flatMap(farEnd -> farEnd.leg().stream())
        .forEach(leg -> leg.call().end());
    live.clear();
  }

  private FarEnd create(String number, FarEndBehaviour behaviour) {
    live.removeIf(old -> old.leg().map(Leg::state).map(LegState::gone).orElse(true));
    FarEnd farEnd = new FarEnd(new Party(ids.next("p"), number), behaviour, clock);
    live.add(farEnd);
    return farEnd;
  }
}
