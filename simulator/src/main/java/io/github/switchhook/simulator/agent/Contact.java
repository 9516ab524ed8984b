package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.call.Call;

/** What a customer begins, on its way to an agent. In a turn only. */
sealed interface Contact permits PhoneContact, MessageContact {
  /** The type of channel that it needs. */
  ChannelType type();

  /** The customer's number or address. */
  String from();

  /** Tells whether it came with this call. */
  boolean isOf(Call call);

  /** Tells whether nobody has it while the customer is still there. */
  boolean waiting();

  /** Tells whether an agent has taken it, or it is over. */
  boolean settled();

  /** Offers it on a channel that is free; R1 there. */
  void offerTo(Channel channel);

  /** Takes it from the agent to whom it is being offered; it waits then. */
  void withdraw();

  /** Nobody can take it: it is over for the customer. */
  void giveUp();
}
