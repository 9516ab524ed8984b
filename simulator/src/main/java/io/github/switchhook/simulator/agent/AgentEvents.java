package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.call.Party;
import io.github.switchhook.simulator.protocol.EventName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Tells agents what happens, by the rules R1 to R5 of PROTOCOL section 4; rule R6, where nothing
 * changes, is the absence of a call. All the events that the switch sends are written here, with
 * the shape of their data. In a turn only; the events wait in the {@link Outbox} until it is over.
 */
final class AgentEvents {
  private static final Map<String, ?> NOTHING = Map.of();

  private final Function<ProtocolObject, List<String>> actions;
  private final SwitchSetup setup;

  /**
   * Creates the events of a switch.
   *
   * @param actions the names of the commands that an object allows now
   */
  AgentEvents(Function<ProtocolObject, List<String>> actions, SwitchSetup setup) {
    this.actions = actions;
    this.setup = setup;
  }

  /**
   * Tells the agent that there is a channel, when it is made or to a client that takes the session
   * over: {@code channel.created}, {@code state.updated} and {@code channel.initialized} (PROTOCOL
   * sections 2 and 3).
   */
  void channelAnnounced(Channel channel) {
    tell(
        channel,
        EventName.CHANNEL_CREATED,
        data("type", channel.type().wireName(), "endpoint", channel.endpoint()));
    changed(channel);
    tell(channel, EventName.CHANNEL_INITIALIZED, NOTHING);
  }

  /**
   * Tells the agent that an interaction begins: {@code channel.infochanged} and {@code
   * state.updated} of its channel, then all of {@link #interactionAnnounced}. These are eleven
   * events for an interaction with one conversation that has one other member (PROTOCOL 4, R1).
   */
  void interactionBegins(Interaction interaction) {
    channelInfoChanged(interaction.channel());
    changed(interaction.channel());
    interactionAnnounced(interaction);
  }

  /**
   * Tells the agent of an interaction, when it begins or to a client that takes the session over:
   * {@code interaction.created} and {@code state.updated}, R2 for each conversation, then {@code
   * interaction.datachanged}, {@code interaction.preview} and {@code interaction.initialized}
   * (PROTOCOL 4, R1).
   */
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

  /**
   * Tells the agent that a conversation begins: {@code conversation.created} and {@code
   * state.updated}, a {@code conversation.member.added} for each other member, then {@code
   * conversation.initialized} (PROTOCOL 4, R2).
   */
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

  /**
   * Tells the agent the state of a channel, whether it is busy, and the commands it allows now:
   * {@code state.updated} (PROTOCOL 4, R3).
   */
  void changed(Channel channel) {
    tell(
        channel,
        EventName.STATE_UPDATED,
        state(channel, channel.state(), Map.of("busy", channel.busy())));
  }

  /**
   * Tells the agent the state of an interaction, its recording (telephony only) and focus, and the
   * commands it allows now: {@code state.updated} (PROTOCOL 4, R3).
   */
  void changed(Interaction interaction) {
    Map<String, Object> more = new LinkedHashMap<>();
    if (interaction.telephony()) {
      more.put("recording", interaction.recording().state().name());
    }
    interaction.focus().ifPresent(focus -> more.put("focus", focus.id()));
    tell(interaction, EventName.STATE_UPDATED, state(interaction, interaction.state(), more));
  }

  /**
   * Tells the agent the state of a conversation, whether it is muted, and the commands it allows
   * now: {@code state.updated} (PROTOCOL 4, R3).
   */
  void changed(Conversation conversation) {
    tell(
        conversation,
        EventName.STATE_UPDATED,
        state(conversation, conversation.state(), Map.of("muted", conversation.leg().muted())));
  }

  /**
   * Tells the agent that members joined or left a conversation: a {@code conversation.member.added}
   * for each that joined, a {@code conversation.member.removed} for each that left, then {@code
   * state.updated} (PROTOCOL 4, R3).
   */
  void membersChanged(Conversation conversation, List<Party> added, List<Party> removed) {
    added.forEach(member -> memberEvent(conversation, EventName.CONVERSATION_MEMBER_ADDED, member));
    removed.forEach(
        member -> memberEvent(conversation, EventName.CONVERSATION_MEMBER_REMOVED, member));
    changed(conversation);
  }

  /**
   * Tells the agent that a conversation has ended: {@code state.updated} and {@code
   * conversation.disposed}, then {@code interaction.focuschanged} where another conversation
   * remains, else {@code interaction.ended} (PROTOCOL 4, R4).
   */
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

  /**
   * Tells the agent that an interaction has no conversation any more: {@code interaction.ended}.
   * This is the last event of R4, and the only one for a chat or an email (PROTOCOL 4, R4).
   */
  void interactionEnds(Interaction interaction) {
    tell(interaction, EventName.INTERACTION_ENDED, NOTHING);
  }

  /**
   * Tells the agent that an interaction is closed: its {@code state.updated} and {@code
   * interaction.disposed}, then {@code channel.infochanged} and {@code state.updated} of its
   * channel (PROTOCOL 4, R5).
   */
  void interactionCloses(Interaction interaction) {
    changed(interaction);
    tell(interaction, EventName.INTERACTION_DISPOSED, NOTHING);
    channelInfoChanged(interaction.channel());
    changed(interaction.channel());
  }

  /** Tells the agent that all of the session has been announced: {@code session.initialized}. */
  void sessionInitialized(AgentSession session) {
    tell(session, EventName.SESSION_INITIALIZED, NOTHING);
  }

  /**
   * Tells the agent of a change of the agent leg of an InContact platform; {@code name} says which
   * (PROTOCOL section 5).
   */
  void agentLeg(AgentSession session, EventName name) {
    tell(session, name, NOTHING);
  }

  /** Tells the agent the type, endpoint and queue of a channel: {@code channel.infochanged}. */
  void channelInfoChanged(Channel channel) {
    Map<String, Object> info =
        data("type", channel.type().wireName(), "endpoint", channel.endpoint());
    channel.queue().ifPresent(queue -> info.put("queue", queue));
    tell(channel, EventName.CHANNEL_INFOCHANGED, info);
  }

  /**
   * Tells the agent which conversation has the focus, if any has: {@code interaction.focuschanged}.
   */
  void focusChanged(Interaction interaction) {
    interaction
        .focus()
        .ifPresent(
            focus ->
                tell(interaction, EventName.INTERACTION_FOCUSCHANGED, Map.of("focus", focus.id())));
  }

  /** Tells the agent all of the call data: {@code interaction.datachanged}. */
  void dataChanged(Interaction interaction) {
    tell(
        interaction,
        EventName.INTERACTION_DATACHANGED,
        Map.of("data", interaction.data().snapshot()));
  }

  /**
   * Tells the agent the dispositions to choose from: {@code channel.externaldispositions.updated}.
   */
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

  private void tell(ProtocolObject object, EventName name, Map<String, ?> data) {
    Map<String, ?> all = data;
    if (setup.is(Variant.MORE_DATA)) {
      Map<String, Object> more = new LinkedHashMap<>(data);
      more.put("vendor", Map.of("build", 7));
      all = more;
    }
    String aid = setup.is(Variant.CONTEXT_ALWAYS) ? "told by the switch's desk" : null;
    object.session().tell(object, name.wireName(), all, aid);
  }
}
