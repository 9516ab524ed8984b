package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.call.Party;
import io.github.switchhook.simulator.protocol.EventName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The rules R1 to R5 of PROTOCOL section 4, a method each: what an agent is told. R6, where nothing
 * changes, is the absence of a call. All the events that the switch sends are written here, with
 * the shape of their data.
 */
final class AgentEvents {
  private static final Map<String, ?> NOTHING = Map.of();

  private final Function<ProtocolObject, List<String>> actions;

  /**
   * The rules.
   *
   * @param actions the names of the commands that an object allows now
   */
  AgentEvents(Function<ProtocolObject, List<String>> actions) {
    this.actions = actions;
  }

  /** A channel comes into being, or is shown to a new client (PROTOCOL section 2, 3). */
  void channelAnnounced(Channel channel) {
    tell(
        channel,
        EventName.CHANNEL_CREATED,
        data("type", channel.type().wireName(), "endpoint", channel.endpoint()));
    changed(channel);
    tell(channel, EventName.CHANNEL_INITIALIZED, NOTHING);
  }

  /** R1. */
  void interactionBegins(Interaction interaction) {
    channelInfoChanged(interaction.channel());
    changed(interaction.channel());
    interactionAnnounced(interaction);
  }

  /** R1 from {@code interaction.created} on; also for a client who takes over. */
  void interactionAnnounced(Interaction interaction) {
    String direction = interaction.direction().name().toLowerCase(Locale.ROOT);
    tell(
        interaction,
        EventName.INTERACTION_CREATED,
        data("media", interaction.channel().type().wireName(), "direction", direction));
    changed(interaction);
    interaction.conversations().forEach(this::conversationBegins);
    dataChanged(interaction);
    tell(
        interaction,
        EventName.INTERACTION_PREVIEW,
        data("direction", direction, "address", interaction.address()));
    tell(interaction, EventName.INTERACTION_INITIALIZED, NOTHING);
  }

  /** R2. */
  void conversationBegins(Conversation conversation) {
    boolean consult = conversation.interaction().consult().filter(conversation::equals).isPresent();
    tell(
        conversation,
        EventName.CONVERSATION_CREATED,
        Map.of("role", consult ? "consult" : "original"));
    changed(conversation);
    conversation
        .members()
        .forEach(member -> memberEvent(conversation, EventName.CONVERSATION_MEMBER_ADDED, member));
    tell(conversation, EventName.CONVERSATION_INITIALIZED, NOTHING);
  }

  /** R3. */
  void changed(Channel channel) {
    tell(
        channel,
        EventName.STATE_UPDATED,
        state(channel, channel.state(), Map.of("busy", channel.busy())));
  }

  /** R3. */
  void changed(Interaction interaction) {
    Map<String, Object> more = new LinkedHashMap<>();
    if (interaction.telephony()) {
      more.put("recording", interaction.recording().state().name());
    }
    interaction.focus().ifPresent(focus -> more.put("focus", focus.id()));
    tell(interaction, EventName.STATE_UPDATED, state(interaction, interaction.state(), more));
  }

  /** R3. */
  void changed(Conversation conversation) {
    tell(
        conversation,
        EventName.STATE_UPDATED,
        state(conversation, conversation.state(), Map.of("muted", conversation.leg().muted())));
  }

  /** R3 for a conversation whose members change: each of them, then its state. */
  void membersChanged(Conversation conversation, List<Party> added, List<Party> removed) {
    added.forEach(member -> memberEvent(conversation, EventName.CONVERSATION_MEMBER_ADDED, member));
    removed.forEach(
        member -> memberEvent(conversation, EventName.CONVERSATION_MEMBER_REMOVED, member));
    changed(conversation);
  }

  /** R4. */
  void conversationEnds(Conversation conversation) {
    changed(conversation);
    tell(conversation, EventName.CONVERSATION_DISPOSED, NOTHING);
    Interaction interaction = conversation.interaction();
    if (interaction.conversations().isEmpty()) {
      interactionEnds(interaction);
    } else {
      focusChanged(interaction);
    }
  }

  /** The end of R4; all of it for a chat or an email. */
  void interactionEnds(Interaction interaction) {
    tell(interaction, EventName.INTERACTION_ENDED, NOTHING);
  }

  /** R5. */
  void interactionCloses(Interaction interaction) {
    changed(interaction);
    tell(interaction, EventName.INTERACTION_DISPOSED, NOTHING);
    channelInfoChanged(interaction.channel());
    changed(interaction.channel());
  }

  void sessionInitialized(AgentSession session) {
    tell(session, EventName.SESSION_INITIALIZED, NOTHING);
  }

  /** The agent leg of an InContact platform (PROTOCOL section 5). */
  void agentLeg(AgentSession session, EventName name) {
    tell(session, name, NOTHING);
  }

  void channelInfoChanged(Channel channel) {
    Map<String, Object> info =
        data("type", channel.type().wireName(), "endpoint", channel.endpoint());
    channel.queue().ifPresent(queue -> info.put("queue", queue));
    tell(channel, EventName.CHANNEL_INFOCHANGED, info);
  }

  void focusChanged(Interaction interaction) {
    interaction
        .focus()
        .ifPresent(
            focus ->
                tell(interaction, EventName.INTERACTION_FOCUSCHANGED, Map.of("focus", focus.id())));
  }

  void dataChanged(Interaction interaction) {
    tell(
        interaction,
        EventName.INTERACTION_DATACHANGED,
        Map.of("data", interaction.data().snapshot()));
  }

  void dispositionsChanged(Channel channel) {
    tell(
        channel,
        EventName.CHANNEL_EXTERNALDISPOSITIONS_UPDATED,
        data(
            "required",
            channel.dispositions().required(),
            "dispositions",
            channel.dispositions().choices()));
  }

  private void memberEvent(Conversation conversation, EventName name, Party member) {
    tell(conversation, name, Map.of("member", member));
  }

  private Map<String, ?> state(ProtocolObject object, Enum<?> state, Map<String, ?> more) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("state", state.name());
    data.putAll(more);
    data.put("actions", actions.apply(object));
    return data;
  }

  // Not Map.of, whose order differs from run to run: the same seed has to give the same bytes.
  private static Map<String, Object> data(String key1, Object value1, String key2, Object value2) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(key1, value1);
    data.put(key2, value2);
    return data;
  }

  private static void tell(ProtocolObject object, EventName name, Map<String, ?> data) {
    object.session().tell(object, name.wireName(), data);
  }
}
