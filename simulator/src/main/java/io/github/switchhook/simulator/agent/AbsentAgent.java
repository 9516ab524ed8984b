package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.call.Destination;
import io.github.switchhook.simulator.call.Leg;
import io.github.switchhook.simulator.call.Party;
import java.util.Optional;

/** The extension of an agent who is not logged in; a call to it fails. */
record AbsentAgent(Party party) implements Destination {
  @Override
  public Optional<String> unavailable() {
    return Optional.of("is not logged in");
  }

  @Override
  public void ring(Leg leg) {
    leg.call().fail(leg);
  }
}
