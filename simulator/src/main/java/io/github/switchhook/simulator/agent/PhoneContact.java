package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.call.Call;
import io.github.switchhook.simulator.call.Leg;
import io.github.switchhook.simulator.call.LegState;

/** A customer's call on its way to an agent. */
record PhoneContact(String from, Call call) implements Contact {
  @Override
  public ChannelType type() {
    return ChannelType.TELEPHONY;
  }

  @Override
  public boolean isOf(Call other) {
    return call == other;
  }

  @Override
  public boolean waiting() {
    return call.legs().size() == 1;
  }

  @Override
  public boolean settled() {
    return call.legs().isEmpty() || call.legs().stream().anyMatch(leg -> leg.state().answered());
  }

  @Override
  public void offerTo(Channel channel) {
    channel.ring(call.add(channel.party(), LegState.ALERTING));
  }

  @Override
  public void withdraw() {
    call.legs().stream()
        .filter(leg -> leg.state() == LegState.ALERTING)
        .findFirst()
        .ifPresent((Leg offered) -> call.withdraw(offered));
  }

  @Override
  public void giveUp() {
    call.end();
  }
}
