package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.protocol.ObjectKind;

/** An object that a target can name (PROTOCOL section 1). */
public sealed interface ProtocolObject permits AgentSession, Channel, Interaction, Conversation {
  /** What kind of object it is. */
  ObjectKind kind();

  /** The ownership path in dots, with the group where there is one. */
  String target();

  /** Whose object it is. */
  AgentSession session();

  /** Tells whether it is over, though a client may still name it. */
  boolean gone();

  /** Tells whether the commands of telephony fit its medium. */
  boolean telephony();

  /** Says what state it is in, for somebody who wonders why a command was refused. */
  String situation();
}
