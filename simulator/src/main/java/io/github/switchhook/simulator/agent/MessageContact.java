package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.call.Call;
import io.github.switchhook.simulator.call.CallData;
import org.jspecify.annotations.Nullable;

/** A customer's chat or email: an interaction without conversations. */
final class MessageContact implements Contact {
  private final ChannelType type;
  private final String from;
  private final CallData data = new CallData();
  private final SwitchContext context;
  private @Nullable Interaction interaction;
  private boolean gone;

  MessageContact(ChannelType type, String from, SwitchContext context) {
    this.type = type;
    this.from = from;
    this.context = context;
  }

  @Override
  public String from() {
    return from;
  }

  CallData data() {
    return data;
  }

  @Override
  public ChannelType type() {
    return type;
  }

  @Override
  public boolean isOf(Call call) {
    return false;
  }

  @Override
  public boolean waiting() {
    return interaction == null && !gone;
  }

  @Override
  public boolean settled() {
    return gone || (interaction != null && interaction.assigned());
  }

  @Override
  public void offerTo(Channel channel) {
    interaction = Interaction.offered(channel, this, context);
  }

  @Override
  public void withdraw() {
    if (interaction != null) {
      Interaction offered = interaction;
      interaction = null;
      offered.end();
    }
  }

  @Override
  public void giveUp() {
    gone = true;
  }

  /** Lets the customer leave; the agent who has the contact, if any, is told. */
  void leave() {
    gone = true;
    withdraw();
  }
}
