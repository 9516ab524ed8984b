package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.call.CallData;
import io.github.switchhook.simulator.call.Leg;
import io.github.switchhook.simulator.call.LegState;
import io.github.switchhook.simulator.call.Party;
import io.github.switchhook.simulator.call.Recording;
import io.github.switchhook.simulator.protocol.ObjectKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an agent's work: a call with its data, its recording, and up to two conversations, the
 * original one and a consult (PROTOCOL section 3).
 */
public final class Interaction implements ProtocolObject {
  /** The side that began it. */
  public enum Direction {
    INBOUND,
    OUTBOUND
  }

  /** The states of PROTOCOL section 3. */
  public enum State {
    ALERTING,
    DIALING,
    STARTED,
    ENDED,
    COMPLETED
  }

  private final String id;
  private final Channel channel;
  private final Direction direction;
  private final String address;
  private final SwitchContext context;
  private final @Nullable MessageContact message;
  private final long begun;
  private final Recording recording = new Recording();
  private State state;
  private boolean assigned;
  private CallData data;
  private @Nullable String disposition;
  private @Nullable Conversation original;
  private @Nullable Conversation consult;
  private @Nullable Conversation focus;

  private Interaction(
      Channel channel,
      Direction direction,
      String address,
      @Nullable MessageContact message,
      CallData data,
      SwitchContext context) {
    this.id = channel.nextId("i");
    this.channel = channel;
    this.direction = direction;
    this.address = address;
    this.message = message;
    this.data = data;
    this.context = context;
    this.begun = context.distribution().tick();
    this.state = direction == Direction.INBOUND ? State.ALERTING : State.DIALING;
    // The agent who dials has taken the call; one who is called has not.
    this.assigned = direction == Direction.OUTBOUND;
  }

  /** Begins the interaction of an agent who dials {@code address}; R1. */
  static Interaction dialled(Channel channel, Leg leg, String address, SwitchContext context) {
    return new Interaction(channel, Direction.OUTBOUND, address, null, leg.call().data(), context)
        .begin(leg);
  }

  /** Begins the interaction of an agent who is called; R1. */
  static Interaction offered(Channel channel, Leg leg, SwitchContext context) {
    String caller =
        leg.call().others(leg).stream().map(o -> o.party().address()).findFirst().orElse("");
    return new Interaction(channel, Direction.INBOUND, caller, null, leg.call().data(), context)
        .begin(leg);
  }

  /** Begins the interaction of an agent who is offered a chat or an email; R1 without R2. */
  static Interaction offered(Channel channel, MessageContact message, SwitchContext context) {
    return new Interaction(
            channel, Direction.INBOUND, message.from(), message, message.data(), context)
        .begin(null);
  }

  private Interaction begin(@Nullable Leg leg) {
    channel.carry(this);
    if (leg != null) {
      original = new Conversation(channel.nextId("c"), this, leg);
      focus = original;
    }
    context.rules().interactionBegins(this);
    if (state == State.ALERTING) {
      context.distribution().rings(this);
    }
    return this;
  }

  /** Returns the interaction id, the third part of its target. */
  public String id() {
    return id;
  }

  /** Returns the channel that carries it, or carried it. */
  public Channel channel() {
    return channel;
  }

  /** Returns a number that grows from one interaction of the switch to the next. */
  long begun() {
    return begun;
  }

  /** Returns the side that began it. */
  public Direction direction() {
    return direction;
  }

  /** Returns the number of the other end, as it was when the interaction began. */
  public String address() {
    return address;
  }

  /** Returns the state (PROTOCOL section 3). */
  public State state() {
    return state;
  }

  /** Returns the call data: that of the original call; after the last one, as it was then. */
  public CallData data() {
    return original == null ? data : original.leg().call().data();
  }

  @Override
  public boolean telephony() {
    return message == null;
  }

  Optional<MessageContact> message() {
    return Optional.ofNullable(message);
  }

  boolean assigned() {
    return assigned;
  }

  /** Tells whether the agent may complete it now. */
  boolean completable() {
    return state == State.ENDED || (state == State.STARTED && !telephony());
  }

  /** Returns the recording of this agent's side of the call. */
  public Recording recording() {
    return recording;
  }

  /** Adds DTMF digits that are heard in it to the recording. */
  void heard(Party sender, String digits) {
    recording.hear(sender.address(), digits, context.clock().now());
  }

  /**
   * Returns the disposition that the agent set with interaction.setdisposition, or chose on
   * completing.
   */
  public Optional<String> disposition() {
    return Optional.ofNullable(disposition);
  }

  /** Returns the first conversation, or the one that remained after it. */
  public Optional<Conversation> original() {
    return Optional.ofNullable(original);
  }

  /** Returns the consult conversation, if there is one. */
  public Optional<Conversation> consult() {
    return Optional.ofNullable(consult);
  }

  /** Returns the conversation that talks or was last begun. */
  public Optional<Conversation> focus() {
    return Optional.ofNullable(focus);
  }

  /** Returns the conversations that are up, the original first. */
  public List<Conversation> conversations() {
    if (original == null) {
      return List.of();
    }
    return consult == null ? List.of(original) : List.of(original, consult);
  }

  /** Returns the conversation that is in {@code query}. */
  Optional<Conversation> in(LegState query) {
    return conversations().stream().filter(c -> c.state() == query).findFirst();
  }

  SwitchContext context() {
    return context;
  }

  boolean hasRoomFor(String key, String value) {
    return allData().allMatch(each -> each.hasRoomFor(key, value));
  }

  void put(String key, String value) {
    allData().forEach(each -> each.put(key, value));
  }

  /**
   * Returns the call data of both calls, so that the consulted party has it too when the calls are
   * merged.
   */
  private Stream<CallData> allData() {
    return Stream.concat(Stream.of(data()), consult().map(c -> c.leg().call().data()).stream());
  }

  /** Returns the interactions of the other agents who are in its calls. */
  List<Interaction> colleagues() {
    return conversations().stream()
        .flatMap(own -> own.leg().call().others(own.leg()).stream())
        .map(Leg::observer)
        .filter(Conversation.class::isInstance)
        .map(observer -> ((Conversation) observer).interaction())
        .toList();
  }

  void dispose(String chosen) {
    disposition = chosen;
  }

  void focusOn(Conversation conversation) {
    focus = conversation;
  }

  /** Begins the consult conversation over {@code leg} and gives it the focus; R2. */
  Conversation consultOver(Leg leg) {
    Conversation begun = new Conversation(channel.nextId("c"), this, leg);
    consult = begun;
    focus = begun;
    return begun;
  }

  /** Turns an offer down, or leaves what was taken; the next agent may be offered it. */
  void release() {
    if (message == null) {
      conversations().forEach(Conversation::release);
    } else if (assigned) {
      message.leave();
    } else {
      context.distribution().decline(message);
    }
  }

  /** Takes the offer: the interaction is told first, as the object addressed (R3), then its leg. */
  void accept() {
    answered();
    original().map(Conversation::leg).ifPresent(leg -> leg.call().answer(leg));
  }

  /** Assigns it to the agent; nothing if it was (R6). */
  void answered() {
    assigned = true;
    if (state == State.ALERTING || state == State.DIALING) {
      state = State.STARTED;
      context.rules().changed(this);
    }
  }

  /** Follows a conversation that is gone; the other one, if any, becomes the original. */
  void conversationEnded(Conversation gone) {
    Conversation remaining = gone == original ? consult : original;
    original = remaining;
    consult = null;
    focus = remaining;
    if (remaining == null) {
      state = State.ENDED;
      // The call may go on without this agent, who keeps the data as it was on leaving.
      data = gone.leg().call().data().copy();
      recording.become(Recording.State.OFF, context.clock().now());
    }
    context.rules().conversationEnds(gone);
    if (remaining == null && !assigned) {
      close();
    }
  }

  /** Ends a chat or an email whose customer has gone. */
  void end() {
    state = State.ENDED;
    context.rules().interactionEnds(this);
    if (!assigned) {
      close();
    }
  }

  /** Closes the interaction and frees its channel for the next contact; R5. */
  void close() {
    state = State.COMPLETED;
    channel.free();
    context.rules().interactionCloses(this);
    context.distribution().freed(channel);
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.INTERACTION;
  }

  @Override
  public String target() {
    return channel.target() + "." + id;
  }

  @Override
  public AgentSession session() {
    return channel.session();
  }

  @Override
  public boolean gone() {
    return state == State.COMPLETED;
  }

  @Override
  public String situation() {
    StringBuilder text = new StringBuilder(state.toString());
    original().ifPresent(c -> text.append(", original ").append(c.state()));
    consult().ifPresent(c -> text.append(", consult ").append(c.state()));
    return telephony() ? text + ", recording " + recording.state() : text.toString();
  }

  /** Finds what the rest of a target names: interaction[.conversation]. */
  Optional<ProtocolObject> resolve(List<String> path) {
    if (!path.get(0).equals(id) || path.size() > 2) {
      return Optional.empty();
    }
    if (path.size() == 1) {
      return Optional.of(this);
    }
    return conversations().stream()
        .filter(c -> c.id().equals(path.get(1)))
        .map(ProtocolObject.class::cast)
        .findFirst();
  }
}
