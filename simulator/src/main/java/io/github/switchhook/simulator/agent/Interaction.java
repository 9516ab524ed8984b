package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.call.Leg;
import io.github.switchhook.simulator.call.LegState;
import io.github.switchhook.simulator.call.Recording;
import io.github.switchhook.simulator.protocol.ObjectKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an agent works on: a call with its data, its recording, and up to two conversations, the
 * original one and a consult (PROTOCOL section 3).
 */
public final class Interaction implements Addressable {
  /** Who began it. */
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
  private final Exchange exchange;
  private final Map<String, String> data = new LinkedHashMap<>();
  private final Recording recording = new Recording();
  private State state;
  private boolean assigned;
  private @Nullable String disposition;
  private @Nullable Conversation original;
  private @Nullable Conversation consult;
  private @Nullable Conversation focus;

  private Interaction(Channel channel, Direction direction, String address, Exchange exchange) {
    this.id = exchange.ids().next("i");
    this.channel = channel;
    this.direction = direction;
    this.address = address;
    this.exchange = exchange;
    this.state = direction == Direction.INBOUND ? State.ALERTING : State.DIALING;
    // The agent who dials has taken the call; one who is called has not.
    this.assigned = direction == Direction.OUTBOUND;
  }

  /** Begins the interaction of an agent who dials {@code address}; R1. */
  static Interaction dialled(Channel channel, Leg leg, String address, Exchange exchange) {
    return new Interaction(channel, Direction.OUTBOUND, address, exchange).begin(leg);
  }

  /** Begins the interaction of an agent who is called; R1. */
  static Interaction offered(Channel channel, Leg leg, Exchange exchange) {
    String caller =
        leg.call().others(leg).stream().map(o -> o.party().address()).findFirst().orElse("");
    return new Interaction(channel, Direction.INBOUND, caller, exchange).begin(leg);
  }

  private Interaction begin(Leg leg) {
    channel.carry(this);
    original = new Conversation(exchange.ids().next("c"), this, leg);
    focus = original;
    exchange.rules().interactionBegins(this);
    return this;
  }

  /** The interaction id. */
  public String id() {
    return id;
  }

  /** The channel that carries it. */
  public Channel channel() {
    return channel;
  }

  /** Who began it. */
  public Direction direction() {
    return direction;
  }

  /** The number of the other end, as it was when the interaction began. */
  public String address() {
    return address;
  }

  /** The state. */
  public State state() {
    return state;
  }

  /** The call data, in the order in which the keys were first set. */
  public Map<String, String> data() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }

  /** The recording. */
  public Recording recording() {
    return recording;
  }

  /** What the agent set with interaction.setdisposition, or chose on completing. */
  public Optional<String> disposition() {
    return Optional.ofNullable(disposition);
  }

  /** The first conversation, or the one that remained after it. */
  public Optional<Conversation> original() {
    return Optional.ofNullable(original);
  }

  /** The second conversation. */
  public Optional<Conversation> consult() {
    return Optional.ofNullable(consult);
  }

  /** The conversation that talks or was last begun. */
  public Optional<Conversation> focus() {
    return Optional.ofNullable(focus);
  }

  /** The conversations that are up, the original first. */
  public List<Conversation> conversations() {
    return Stream.of(original(), consult()).flatMap(Optional::stream).toList();
  }

  /** The conversation that is in {@code wanted}. */
  Optional<Conversation> in(LegState wanted) {
    return conversations().stream().filter(c -> c.state() == wanted).findFirst();
  }

  Exchange exchange() {
    return exchange;
  }

  void put(String key, String value) {
    data.put(key, value);
  }

  void dispose(String chosen) {
    disposition = chosen;
  }

  void focusOn(Conversation conversation) {
    focus = conversation;
  }

  /** Begins the consult conversation. */
  Conversation consultOver(Leg leg) {
    Conversation begun = new Conversation(exchange.ids().next("c"), this, leg);
    consult = begun;
    focus = begun;
    return begun;
  }

  /** Assigns it to the agent; nothing if it was (R6). */
  void answered() {
    assigned = true;
    if (state == State.ALERTING || state == State.DIALING) {
      state = State.STARTED;
      exchange.rules().changed(this);
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
      recording.become(Recording.State.OFF, exchange.clock().now());
    }
    exchange.rules().conversationEnds(gone);
    if (remaining == null && !assigned) {
      close();
    }
  }

  /** Closes it; R5. */
  void close() {
    state = State.COMPLETED;
    channel.free();
    exchange.rules().interactionCloses(this);
    exchange.distribution().freed(channel);
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
  public String situation() {
    StringBuilder text = new StringBuilder(state.toString());
    original().ifPresent(c -> text.append(", original ").append(c.state()));
    consult().ifPresent(c -> text.append(", consult ").append(c.state()));
    return text.append(", recording ").append(recording.state()).toString();
  }

  /** Finds what the rest of a target names: interaction[.conversation]. */
  Optional<Addressable> resolve(List<String> path) {
    if (!path.get(0).equals(id) || path.size() > 2) {
      return Optional.empty();
    }
    if (path.size() == 1) {
      return Optional.of(this);
    }
    return conversations().stream()
        .filter(c -> c.id().equals(path.get(1)))
        .map(Addressable.class::cast)
        .findFirst();
  }
}
