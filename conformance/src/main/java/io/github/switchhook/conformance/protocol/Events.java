package io.github.switchhook.conformance.protocol;

import java.util.List;

/** The events (PROTOCOL 4 and 5), as they stand on the wire. */
public final class Events {
  public static final String SESSION_INITIALIZED = "session.initialized";
  public static final String SESSION_AGENTLEG_CONNECTED = "session.agentleg.connected";
  public static final String SESSION_AGENTLEG_DISCONNECTED = "session.agentleg.disconnected";
  public static final String SESSION_AGENTLEG_FAILED = "session.agentleg.failed";
  public static final String CHANNEL_CREATED = "channel.created";
  public static final String CHANNEL_INITIALIZED = "channel.initialized";
  public static final String CHANNEL_INFOCHANGED = "channel.infochanged";
  public static final String CHANNEL_EXTERNALDISPOSITIONS_UPDATED =
      "channel.externaldispositions.updated";
  public static final String INTERACTION_CREATED = "interaction.created";
  public static final String INTERACTION_DATACHANGED = "interaction.datachanged";
  public static final String INTERACTION_PREVIEW = "interaction.preview";
  public static final String INTERACTION_INITIALIZED = "interaction.initialized";
  public static final String INTERACTION_FOCUSCHANGED = "interaction.focuschanged";
  public static final String INTERACTION_ENDED = "interaction.ended";
  public static final String INTERACTION_DISPOSED = "interaction.disposed";
  public static final String CONVERSATION_CREATED = "conversation.created";
  public static final String CONVERSATION_MEMBER_ADDED = "conversation.member.added";
  public static final String CONVERSATION_MEMBER_REMOVED = "conversation.member.removed";
  public static final String CONVERSATION_INITIALIZED = "conversation.initialized";
  public static final String CONVERSATION_DISPOSED = "conversation.disposed";
  public static final String STATE_UPDATED = "state.updated";

  /** The names of all events. */
  public static final List<String> ALL =
      List.of(
          SESSION_INITIALIZED,
          SESSION_AGENTLEG_CONNECTED,
          SESSION_AGENTLEG_DISCONNECTED,
          SESSION_AGENTLEG_FAILED,
          CHANNEL_CREATED,
          CHANNEL_INITIALIZED,
          CHANNEL_INFOCHANGED,
          CHANNEL_EXTERNALDISPOSITIONS_UPDATED,
          INTERACTION_CREATED,
          INTERACTION_DATACHANGED,
          INTERACTION_PREVIEW,
          INTERACTION_INITIALIZED,
          INTERACTION_FOCUSCHANGED,
          INTERACTION_ENDED,
          INTERACTION_DISPOSED,
          CONVERSATION_CREATED,
          CONVERSATION_MEMBER_ADDED,
          CONVERSATION_MEMBER_REMOVED,
          CONVERSATION_INITIALIZED,
          CONVERSATION_DISPOSED,
          STATE_UPDATED);

  private Events() {}
}
