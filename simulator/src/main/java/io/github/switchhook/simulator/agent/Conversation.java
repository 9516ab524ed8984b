package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.call.Leg;
import io.github.switchhook.simulator.call.LegObserver;
import io.github.switchhook.simulator.call.LegState;
import io.github.switchhook.simulator.call.Party;
import io.github.switchhook.simulator.protocol.ObjectKind;
import java.util.List;

/** An agent's leg of a call, as the agent sees it (PROTOCOL section 3). */
public final class Conversation implements ProtocolObject, LegObserver {
  private final String id;
  private final Interaction interaction;
  private final Leg leg;

  Conversation(String id, Interaction interaction, Leg leg) {
    this.id = id;
    this.interaction = interaction;
    this.leg = leg;
    leg.observe(this);
  }

  /** Returns the conversation id, the last part of its target. */
  public String id() {
    return id;
  }

  /** Returns the agent's connection to the call. */
  public Leg leg() {
    return leg;
  }

  /** Returns the connection state of the agent's leg. */
  public LegState state() {
    return leg.state();
  }

  Interaction interaction() {
    return interaction;
  }

  /** Returns the other parties of the call. */
  List<Party> members() {
    return leg.call().others(leg).stream().map(Leg::party).toList();
  }

  /** Leaves the call; an offer that was not answered goes to the next agent. */
  void release() {
    if (leg.state() == LegState.ALERTING) {
      interaction.context().distribution().decline(leg);
    } else {
      leg.call().clear(leg);
    }
  }

  @Override
  public void stateChanged(Leg own) {
    if (own.state().gone()) {
      interaction.conversationEnded(this);
      return;
    }
    if (own.state() == LegState.CONNECTED) {
      interaction.focusOn(this);
    }
    rules().changed(this);
    if (own.state() == LegState.CONNECTED) {
      interaction.answered();
    }
  }

  @Override
  public void membersChanged(Leg own, List<Party> added, List<Party> removed) {
    rules().membersChanged(this, added, removed);
  }

  /** Sends DTMF digits to the others. */
  void sendDigits(String digits) {
    leg.call().sendDigits(leg, digits);
    interaction.heard(leg.party(), digits);
  }

  @Override
  public void heard(Leg own, Party sender, String digits) {
    // A party that has put the call on hold hears nothing of it.
    if (own.state() == LegState.CONNECTED) {
      interaction.heard(sender, digits);
    }
  }

  private AgentEvents rules() {
    return interaction.context().rules();
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.CONVERSATION;
  }

  @Override
  public String target() {
    return interaction.target() + "." + id;
  }

  @Override
  public AgentSession session() {
    return interaction.session();
  }

  @Override
  public boolean gone() {
    return leg.state().gone();
  }

  @Override
  public boolean telephony() {
    return true;
  }

  @Override
  public String situation() {
    return leg.state().toString();
  }
}
