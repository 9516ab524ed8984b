package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.protocol.ObjectKind;

/** An object that a target can name (PROTOCOL section 1). */
public sealed interface ProtocolObject permits AgentSession, Channel, Interaction, Conversation {
  /** Returns the kind of object. */
  ObjectKind kind();

  /** Returns the ownership path in dots, with the group where there is one. */
  String target();

  /** Returns the session that owns the object. */
  AgentSession session();

  /** Tells whether it is over, though a client may still name it. */
  boolean gone();

  /** Tells whether the commands of telephony fit its medium. */
  boolean telephony();

  /** Describes the current state, for the message of a refusal. */
  String situation();
}
