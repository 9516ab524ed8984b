package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.agent.AgentSession.State;
import io.github.switchhook.simulator.call.Call;
import io.github.switchhook.simulator.engine.Ids;
import io.github.switchhook.simulator.engine.SwitchClock;
import io.github.switchhook.simulator.farend.FarEnd;
import io.github.switchhook.simulator.protocol.Capability;
import io.github.switchhook.simulator.protocol.Command;
import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.protocol.Incoming;
import io.github.switchhook.simulator.protocol.Message;
import io.github.switchhook.simulator.protocol.Message.Response;
import io.github.switchhook.simulator.protocol.RefusalException;
import io.github.switchhook.simulator.protocol.Request;
import io.github.switchhook.simulator.text.CodePoints;
import io.github.switchhook.simulator.text.Quote;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The switch: takes what clients send and what control does, and tells clients the results. Every
 * public method is a turn: what it caused has been sent when it returns, the response before the
 * events. In a turn only.
 */
public final class Switch {
  private static final Logger LOG = LoggerFactory.getLogger(Switch.class);
  private static final int MAX_TRACE = 16 * 1024;

  private final SwitchSetup setup;
  private final Outbox outbox = new Outbox();
  private final Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
  private final SwitchContext context;
  private final SessionRegistry sessions;
  private final CommandTable table;

  /** Creates a switch with no sessions. */
  public Switch(SwitchSetup setup, Ids ids, SwitchClock clock) {
    this.setup = setup;
    capabilities.addAll(setup.capabilities());
    // Each timer is a turn of its own.
    SwitchClock turns = clock.wrapping(task -> () -> timer(task));
    context = new SwitchContext(setup, ids, turns, new AgentEvents(this::actions, setup));
    sessions = new SessionRegistry(setup, context, outbox);
    table =
        new CommandTable(
            capabilities,
            setup::is,
            new SessionCommands(setup, context, sessions, capabilities).definitions(),
            new ChannelCommands(context, setup).definitions(),
            new InteractionCommands(context).definitions(),
            new ConversationCommands(context).definitions());
  }

  /** Returns the names of the commands that an object allows now. */
  public List<String> actions(ProtocolObject object) {
    return table.allowed(object);
  }

  /**
   * Carries out a request of a client, or answers a message that is malformed (PROTOCOL section 6).
   */
  public void handle(Client client, Incoming incoming) {
    Response response =
        incoming.fold(request -> answer(client, request), Incoming.Malformed::answer);
    outbox.flush(client, varied(response));
  }

  private Response varied(Response response) {
    if (!(response instanceof Message.Failure failure)) {
      return response;
    }
    return new Message.Failure(
        failure.command(),
        failure.target(),
        context.is(Variant.ONE_CODE) ? FailureCode.INVALID_DATA : failure.code(),
        failure.message(),
        context.is(Variant.CONTEXT_ALWAYS) ? "at the switch's desk" : failure.context(),
        failure.original());
  }

  private Response answer(Client client, Request request) {
    try {
      return request.command() == Command.PREPARE_SESSION
          ? sessions.prepare(client, request)
          : table.perform(addressed(client, request), request);
    } catch (RefusalException refusal) {
      return Message.failure(request, refusal);
    } catch (Throwable e) {
      // This includes an overflow of the stack or a lack of memory, which this request alone may
      // have caused.
      LOG.error("{} ran into a bug of the switch", request.command().wireName(), e);
      return Message.internalError(
          request, "the switch has a bug: " + Quote.plain(e.toString()), trace(e));
    }
  }

  private static String trace(Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    return CodePoints.shortened(trace.toString(), MAX_TRACE);
  }

  /** Finds the object that a request is for; the order of the checks is PROTOCOL section 6's. */
  private ProtocolObject addressed(Client client, Request request) {
    AgentSession session =
        sessions
            .of(client)
            .orElseThrow(
                () ->
                    new RefusalException(
                        FailureCode.SESSION_NOT_STARTED,
                        "expected prepareSession and session.start first"));
    String target = request.target();
    if (!target.equals(session.id()) && !target.startsWith(session.id() + ".")) {
      throw unknownTarget(request, "an object of session " + session.id());
    }
    if (session.state() == State.ENDED && context.is(Variant.ENDED_UNKNOWN)) {
      throw unknownTarget(request, "an object of a live session");
    }
    if (session.state() == State.ENDED) {
      throw new RefusalException(
          FailureCode.INVALID_STATE, "the session has ended: logged out, or taken over");
    }
    if (session.state() == State.PREPARED && request.command() != Command.SESSION_START) {
      throw new RefusalException(FailureCode.SESSION_NOT_STARTED, "expected session.start first");
    }
    String kind = request.command().kind().wireName();
    return session
        .resolve(target)
        .filter(object -> object.kind() == request.command().kind())
        .orElseThrow(() -> unknownTarget(request, "the path of a live " + kind));
  }

  private static RefusalException unknownTarget(Request request, String expected) {
    return new RefusalException(
        FailureCode.UNKNOWN_TARGET,
        "target: expected " + expected + ", got " + Quote.of(request.target()));
  }

  /** Notes that a client has disconnected; its session and calls stay. */
  public void disconnected(Client client) {
    sessions.disconnected(client);
  }

  /**
   * Lets a customer call. Where no agent can take the call it is over at once, unless it is for a
   * queue.
   *
   * @param from the customer's number
   * @param to an agent's id or extension, or a queue
   * @param data the call data that comes with it
   * @throws RefusalException where there is no such agent or queue
   */
  public OfferResult call(String from, String to, Map<String, String> data) {
    return turn(() -> context.distribution().call(from, to, data));
  }

  /**
   * Lets a customer begin a chat or write an email. Where no agent can take it, it waits if it is
   * for a queue, and is over otherwise.
   *
   * @param from the customer's address
   * @param to the endpoint of a channel of that type, the id of an agent who has one, or a queue
   * @param data the data that comes with it
   * @throws RefusalException where there is no such endpoint, agent or queue, or the platform has
   *     no chats and emails
   */
  public OfferResult message(ChannelType type, String from, String to, Map<String, String> data) {
    needs(Capability.MULTIMEDIA);
    return turn(() -> context.distribution().message(type, from, to, data));
  }

  /**
   * Lets the customer of a chat or an email leave.
   *
   * @param place the endpoint of the channel that carries it, its agent's id, or the queue where no
   *     agent has accepted it yet, which means the one that has waited the longest
   * @throws RefusalException where there is no chat and no email
   */
  public void leave(String place) {
    turn(
        () ->
            (context.isQueue(place)
                    ? context.distribution().messageFor(place)
                    : interactionsAt(place).flatMap(i -> i.message().stream()).findFirst())
                .orElseThrow(
                    () ->
                        new RefusalException(
                            FailureCode.INVALID_STATE,
                            "there is no chat and no email at " + Quote.plain(place)))
                .leave());
  }

  /**
   * Lets the party at a far end act.
   *
   * @param agent the id or extension of the agent in whose call it is; empty where it may be in any
   *     call
   * @param address the far end's number; where several have it, the one that came first is meant
   * @throws RefusalException where there is no such far end
   */
  public void farEnd(Optional<String> agent, String address, Consumer<FarEnd> act) {
    turn(
        () ->
            act.accept(
                agent
                    .map(at -> context.farEnds().find(callsOf(at), address))
                    .orElseGet(() -> context.farEnds().find(address))
                    .orElseThrow(
                        () ->
                            new RefusalException(
                                FailureCode.INVALID_DESTINATION,
                                agent
                                        .map(e -> "agent " + Quote.plain(e) + " is in")
                                        .orElse("there is")
                                    + " no call with "
                                    + Quote.plain(address)))));
  }

  private List<Call> callsOf(String agent) {
    return interactionsAt(agent)
        .flatMap(interaction -> interaction.conversations().stream())
        .map(conversation -> conversation.leg().call())
        .toList();
  }

  /**
   * Sets the external dispositions of a channel, and tells its agent.
   *
   * @param place the channel's endpoint, or the id of the agent whose first one it is
   * @throws RefusalException where no agent is logged in there, or the platform has none
   */
  public void dispositions(String place, Dispositions dispositions) {
    needs(Capability.DISPOSITIONS);
    turn(
        () -> {
          Channel channel = holder(place);
          channel.dispositions(dispositions);
          context.rules().dispositionsChanged(channel);
        });
  }

  /**
   * Lets the agent's next attempts to connect the agent leg fail, or succeed.
   *
   * @param agent the agent's id or extension
   * @throws RefusalException where the agent is not logged in, or the platform has no agent legs
   */
  public void agentLegFails(String agent, boolean fails) {
    needs(Capability.INCONTACT);
    holder(agent).session().legFails(fails);
  }

  private Channel holder(String place) {
    return context.at(place).stream().findFirst().orElseThrow(() -> nobodyAt(place));
  }

  private Stream<Interaction> interactionsAt(String place) {
    List<Channel> channels = context.at(place);
    if (channels.isEmpty()) {
      throw nobodyAt(place);
    }
    return channels.stream().flatMap(channel -> channel.interaction().stream());
  }

  private static RefusalException nobodyAt(String place) {
    return new RefusalException(
        FailureCode.INVALID_DESTINATION, "no agent is logged in at " + Quote.plain(place));
  }

  /** Adds a capability to the platform, or takes it away. */
  public void capability(Capability capability, boolean on) {
    if (on) {
      capabilities.add(capability);
      return;
    }
    capabilities.remove(capability);
    if (capability == Capability.DISPOSITIONS) {
      context.channels().forEach(channel -> channel.dispositions(Dispositions.NONE));
    }
  }

  private void needs(Capability capability) {
    if (!capabilities.contains(capability)) {
      throw new RefusalException(
          FailureCode.UNSUPPORTED, "this platform has no " + capability.wireName());
    }
  }

  /** Ends all sessions and calls without sending any event, and restores the capabilities. */
  public void reset() {
    context.distribution().reset();
    sessions.reset();
    context.farEnds().reset();
    capabilities.clear();
    capabilities.addAll(setup.capabilities());
  }

  /**
   * Returns the interaction that a channel carries, or carried last.
   *
   * @param place the channel's endpoint, or the id of the agent whose first one it is
   */
  public Optional<Interaction> latestAt(String place) {
    return holder(place).latest();
  }

  /** Returns the live sessions, oldest first. */
  public List<AgentSession> sessions() {
    return sessions.live();
  }

  /** Returns the contacts that wait in a queue, oldest first. */
  public List<QueuedContact> waiting() {
    return context.distribution().waiting();
  }

  /** Finds the object that a target names, in any session; empty where there is no such object. */
  public Optional<ProtocolObject> find(String target) {
    return sessions().stream()
        .filter(session -> target.equals(session.id()) || target.startsWith(session.id() + "."))
        .flatMap(session -> session.resolve(target).stream())
        .findFirst();
  }

  private void turn(Runnable deed) {
    try {
      deed.run();
    } finally {
      outbox.flush();
    }
  }

  private OfferResult turn(Supplier<OfferResult> deed) {
    try {
      return deed.get();
    } finally {
      outbox.flush();
    }
  }

  private void timer(Runnable task) {
    try {
      turn(task);
    } catch (Throwable e) {
      // No caller waits for it, and the timers after it have to run all the same.
      LOG.error("a timer ran into a bug of the switch", e);
    }
  }
}
