package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.agent.AgentSession.State;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.protocol.Message.Confirm;
import io.github.switchhook.simulator.protocol.Message.Response;
import io.github.switchhook.simulator.protocol.RefusalException;
import io.github.switchhook.simulator.protocol.Request;
import io.github.switchhook.simulator.protocol.RequestData;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sessions of the agents who are logged in, and the client that drives each (PROTOCOL section
 * 2).
 */
final class SessionRegistry {
  private final SwitchSetup setup;
  private final SwitchContext context;
  private final Outbox outbox;
  private final Map<String, AgentSession> byAgent = new LinkedHashMap<>();
  private final Map<Client, AgentSession> byClient = new HashMap<>();

  SessionRegistry(SwitchSetup setup, SwitchContext context, Outbox outbox) {
    this.setup = setup;
    this.context = context;
    this.outbox = outbox;
  }

  /** Returns the live sessions, oldest first. */
  List<AgentSession> live() {
    return List.copyOf(byAgent.values());
  }

  /** Returns the session that a client drives, or drove last. */
  Optional<AgentSession> of(Client client) {
    return Optional.ofNullable(byClient.get(client));
  }

  /**
   * Carries prepareSession out: once in a connection's life, unless it was refused or has to be
   * confirmed.
   */
  Response prepare(Client client, Request request) {
    RequestData data = request.data();
    boolean lax = context.is(Variant.LOGIN_OPTIONS);
    if (!lax || data.has("model")) {
      data.text("model");
    }
    boolean override = (!lax || data.has("override")) && data.flag("override");
    AgentAccount account = authenticate(data.object("agent"));
    of(client)
        .filter(mine -> !mayPrepareAgain(mine, override))
        .ifPresent(
            mine -> {
              throw new RefusalException(
                  FailureCode.INVALID_STATE,
                  "expected a new connection: this one has"
                      + (mine.state() == State.ENDED ? " had" : "")
                      + " a session, of agent "
                      + mine.account().id());
            });
    AgentSession old = byAgent.get(account.id());
    if (old != null
        && !override
        && !(context.is(Variant.PREPARED_NOT_LIVE) && old.state() == State.PREPARED)) {
      return new Confirm(
          request,
          "Agent "
              + account.id()
              + " has a live session. Repeat with override true to take it over.",
          null);
    }
    AgentSession session = new AgentSession(context.ids().next("s"), account, outbox, client);
    if (old != null && context.is(Variant.TAKEOVER_RELEASES)) {
      end(old);
    } else if (old != null) {
      old.handOverTo(session);
    }
    byAgent.put(account.id(), session);
    byClient.put(client, session);
    return request.success(Codec.object(Map.of("session", session.id())));
  }

  private boolean mayPrepareAgain(AgentSession mine, boolean override) {
    return mine.state() == State.ENDED
        ? context.is(Variant.LOGIN_AFTER_LOGOUT)
        : override && context.is(Variant.PREPARE_AGAIN);
  }

  private AgentAccount authenticate(RequestData agent) {
    String id = agent.text("id");
    String password = agent.anyText("password");
    return setup.agents().stream()
        .filter(account -> account.id().equals(id) && account.password().equals(password))
        .findFirst()
        .orElseThrow(
            () ->
                new RefusalException(
                    FailureCode.AUTHENTICATION_FAILED,
                    "there is no agent with this id and password"));
  }

  /** Notes that a client has disconnected; its session and the calls stay. */
  void disconnected(Client client) {
    AgentSession session = byClient.remove(client);
    if (session != null && session.state() != State.ENDED) {
      session.disconnected();
      if (context.is(Variant.LOST_IS_LOGOUT)) {
        end(session);
      }
    }
  }

  /** Ends all sessions without sending any event, and forgets which client drove which. */
  void reset() {
    List<AgentSession> all = live();
    // All sessions end before the first call is released, or the other agent in it would be told.
    all.forEach(session -> session.become(State.ENDED));
    all.forEach(this::end);
    byClient.clear();
  }

  /** Ends a session and releases its calls, without sending it any event. */
  void end(AgentSession session) {
    session.become(State.ENDED);
    byAgent.remove(session.account().id(), session);
    session.channels().forEach(Channel::deactivate);
    for (Channel channel : session.channels()) {
      channel.interaction().ifPresent(Interaction::release);
      context.close(channel);
    }
  }
}
