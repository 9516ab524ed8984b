package io.github.switchhook.simulator.agent;

import static io.github.switchhook.simulator.protocol.Command.ADDRESS_BOOK;
import static io.github.switchhook.simulator.protocol.Command.AGENT_LEG_CONNECT;
import static io.github.switchhook.simulator.protocol.Command.AGENT_LEG_DISCONNECT;
import static io.github.switchhook.simulator.protocol.Command.SESSION_ADD_CHANNEL;
import static io.github.switchhook.simulator.protocol.Command.SESSION_LOGOUT;
import static io.github.switchhook.simulator.protocol.Command.SESSION_START;

import io.github.switchhook.simulator.agent.AgentSession.State;
import io.github.switchhook.simulator.protocol.Capability;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.EventName;
import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.protocol.Message.Response;
import io.github.switchhook.simulator.protocol.RefusalException;
import io.github.switchhook.simulator.protocol.Request;
import io.github.switchhook.simulator.protocol.RequestData;
import io.github.switchhook.simulator.text.Quote;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The commands to a session, except prepareSession, which precedes it (PROTOCOL section 2). */
final class SessionCommands {
  // All of them are announced to a client that takes the session over.
  private static final int MAX_CHANNELS = 50;

  private final SwitchSetup setup;
  private final SwitchContext context;
  private final SessionRegistry sessions;
  private final Set<Capability> capabilities;

  SessionCommands(
      SwitchSetup setup,
      SwitchContext context,
      SessionRegistry sessions,
      Set<Capability> capabilities) {
    this.setup = setup;
    this.context = context;
    this.sessions = sessions;
    this.capabilities = capabilities;
  }

  List<CommandDefinition<AgentSession, ?>> definitions() {
    return List.of(
        CommandDefinition.<AgentSession>on(SESSION_START)
            .reading(data -> data.optionalAddress("extension"))
            .when("PREPARED", session -> session.state() == State.PREPARED)
            .inVainWhen(Variant.START_AGAIN, session -> session.state() == State.STARTED)
            .answering(this::start),
        CommandDefinition.<AgentSession>on(SESSION_LOGOUT).answering(this::logout),
        CommandDefinition.<AgentSession>on(SESSION_ADD_CHANNEL)
            .reading(this::newChannel)
            .when(
                "with fewer than " + MAX_CHANNELS + " channels",
                session -> session.channels().size() < MAX_CHANNELS)
            .then((session, query) -> addChannel(session, query)),
        CommandDefinition.<AgentSession>on(AGENT_LEG_CONNECT).then(this::connectLeg),
        CommandDefinition.<AgentSession>on(AGENT_LEG_DISCONNECT)
            .when("with its agent leg connected", AgentSession::legConnected)
            .inVainWhen(Variant.NO_LEG_TO_DISCONNECT, session -> !session.legConnected())
            .then(this::disconnectLeg),
        CommandDefinition.<AgentSession>on(ADDRESS_BOOK)
            .reading(data -> data.has("realtime") && data.flag("realtime"))
            .answering(this::addressBook));
  }

  private Response start(AgentSession session, Optional<String> asked, Request request) {
    Optional<String> extension = context.is(Variant.EXTENSION_IGNORED) ? Optional.empty() : asked;
    extension.ifPresent(query -> refuseIfInUse(session, query, request.data()));
    session.become(State.STARTED);
    if (session.channels().isEmpty()) {
      openChannels(session, extension.orElse(session.account().extension()));
    }
    session.channels().forEach(context.rules()::channelAnnounced);
    session.channels().stream()
        .flatMap(channel -> channel.interaction().stream())
        .sorted(
            Comparator.comparingLong(
                interaction ->
                    context.is(Variant.TAKEOVER_NEWEST_FIRST)
                        ? -interaction.begun()
                        : interaction.begun()))
        .forEach(context.rules()::interactionAnnounced);
    context.rules().sessionInitialized(session);
    return request.successWithoutData();
  }

  private void openChannels(AgentSession session, String endpoint) {
    context.open(session, group(), ChannelType.TELEPHONY, endpoint);
    if (context.is(Variant.TWO_LINES)) {
      context.open(session, group(), ChannelType.TELEPHONY, endpoint + "2");
    }
    if (context.is(Variant.CHAT_AT_START) && capabilities.contains(Capability.MULTIMEDIA)) {
      context.open(session, group(), ChannelType.CHAT, "chat-" + endpoint);
    }
    if (context.is(Variant.ACTIVE_AT_START)) {
      session.channels().stream()
          .filter(channel -> channel.state() == Channel.State.INACTIVE)
          .forEach(channel -> channel.activate(null));
    }
  }

  private @Nullable String group() {
    return context.is(Variant.NO_GROUPS) ? null : context.ids().next("g");
  }

  private void refuseIfInUse(AgentSession session, String extension, RequestData data) {
    List<String> own = session.channels().stream().map(Channel::endpoint).toList();
    if (!own.isEmpty() && !own.contains(extension)) {
      throw data.expected(
          "extension", "one that the session it takes over has, " + Quote.plain(own.toString()));
    }
    if (own.isEmpty() && context.holder(extension).isPresent()) {
      throw data.expected("extension", "one that is not in use");
    }
  }

  private Response logout(AgentSession session, CommandDefinition.NoData none, Request request) {
    sessions.end(session);
    return request.successWithoutData();
  }

  private void connectLeg(AgentSession session) {
    if (!session.legConnected()) {
      session.connectLeg();
      context
          .rules()
          .agentLeg(
              session,
              session.legConnected()
                  ? EventName.SESSION_AGENTLEG_CONNECTED
                  : EventName.SESSION_AGENTLEG_FAILED);
    }
  }

  private void disconnectLeg(AgentSession session) {
    session.disconnectLeg();
    context.rules().agentLeg(session, EventName.SESSION_AGENTLEG_DISCONNECTED);
  }

  // The address books never change here, so a realtime look-up finds the same.
  private Response addressBook(AgentSession session, Boolean realtime, Request request) {
    return request.success(Codec.object(Map.of("addressbooks", setup.addressBooks())));
  }

  private record NewChannel(ChannelType type, String endpoint) {}

  private NewChannel newChannel(RequestData data) {
    RequestData channel = data.object("channel");
    String endpoint = channel.address("endpoint");
    ChannelType type =
        ChannelType.find(channel.text("type"))
            .orElseThrow(() -> channel.expected("type", "Telephony, Chat or Email"));
    if (type != ChannelType.TELEPHONY && !capabilities.contains(Capability.MULTIMEDIA)) {
      throw new RefusalException(
          FailureCode.UNSUPPORTED, "this platform has no channels of type " + type.wireName());
    }
    if (context.holder(endpoint).isPresent() && !context.is(Variant.ENDPOINT_SHARED)) {
      throw channel.expected("endpoint", "one that is not in use");
    }
    return new NewChannel(type, endpoint);
  }

  private void addChannel(AgentSession session, NewChannel query) {
    Channel added = context.open(session, null, query.type(), query.endpoint());
    if (context.is(Variant.ADDED_ACTIVE) && added.state() == Channel.State.INACTIVE) {
      added.activate(null);
    }
    context.rules().channelAnnounced(added);
  }
}
