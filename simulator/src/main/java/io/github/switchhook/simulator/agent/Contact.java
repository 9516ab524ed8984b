package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.call.Call;

/** A call, chat or email that a customer began, on its way to an agent. In a turn only. */
sealed interface Contact permits PhoneContact, MessageContact {
  /** Returns the type of channel that it needs. */
  ChannelType type();

  /** Returns the customer's telephone number or address. */
  String from();

  /** Tells whether it came with this call. */
  boolean isOf(Call call);

  /** Tells whether no agent has it and the customer is still there. */
  boolean waiting();

  /** Tells whether an agent has taken it, or it is over. */
  boolean settled();

  /** Offers it on a channel that is free; R1 there. */
  void offerTo(Channel channel);

  /** Takes it from the agent who is being offered it; afterwards it waits. */
  void withdraw();

  /** Ends it for the customer, because no agent can take it. */
  void giveUp();
}
