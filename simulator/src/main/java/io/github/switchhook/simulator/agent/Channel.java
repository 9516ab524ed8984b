package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.call.Destination;
import io.github.switchhook.simulator.call.Leg;
import io.github.switchhook.simulator.call.Party;
import io.github.switchhook.simulator.protocol.ObjectKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A channel of an agent: a telephone line, a chat or an email box. Carries one interaction at a
 * time (PROTOCOL section 3).
 */
public final class Channel implements ProtocolObject, Destination {
  /** The states of PROTOCOL section 3. */
  public enum State {
    /**
     * Before {@code channel.activate}: it is offered no contacts. Entered again on deactivation.
     */
    INACTIVE,
    /** After {@code channel.activate}: it can be offered contacts and place calls. */
    ACTIVE,
    /** Its endpoint is held by another agent. */
    UNAVAILABLE
  }

  private final String id;
  private final @Nullable String group;
  private final ChannelType type;
  private final Party party;
  private final SwitchContext context;
  private AgentSession session;
  private State state;
  private @Nullable String queue;
  private @Nullable Interaction interaction;
  private @Nullable Interaction latest;
  private long freeSince;
  private int ids;
  private Dispositions dispositions = Dispositions.NONE;

  Channel(
      AgentSession session,
      @Nullable String group,
      ChannelType type,
      String endpoint,
      State state,
      SwitchContext context) {
    this.id = context.ids().next("ch");
    this.group = group;
    this.type = type;
    this.party = new Party(context.ids().next("p"), endpoint);
    this.context = context;
    this.session = session;
    this.state = state;
  }

  /** Returns the medium: telephony, chat or email. */
  public ChannelType type() {
    return type;
  }

  /** Returns the number or address at which others reach it. */
  public String endpoint() {
    return party.address();
  }

  /** Returns the state (PROTOCOL section 3). */
  public State state() {
    return state;
  }

  /** Returns the queue it has joined, if any. */
  public Optional<String> queue() {
    return Optional.ofNullable(queue);
  }

  /** Returns the interaction that it carries now, if any. */
  public Optional<Interaction> interaction() {
    return Optional.ofNullable(interaction);
  }

  /** Returns the interaction that it carries now, or carried last. */
  public Optional<Interaction> latest() {
    return Optional.ofNullable(latest);
  }

  /** Returns the external dispositions that the agent may choose from. */
  public Dispositions dispositions() {
    return dispositions;
  }

  void dispositions(Dispositions chosen) {
    dispositions = chosen;
  }

  /** Makes it ready for calls, in {@code newQueue} or in none. */
  void activate(@Nullable String newQueue) {
    if (state != State.ACTIVE) {
      state = State.ACTIVE;
      freeSince = context.distribution().tick();
    }
    queue = newQueue;
  }

  /** Makes the channel INACTIVE: it is offered no more contacts. */
  void deactivate() {
    state = State.INACTIVE;
  }

  /** Returns an id for something on this channel. */
  String nextId(String prefix) {
    return context.is(Variant.SHORT_IDS) ? prefix + ++ids : context.ids().next(prefix);
  }

  /** Returns when it was last activated or freed, as a count of {@link CallDistributor#tick}. */
  long freeSince() {
    return freeSince;
  }

  boolean busy() {
    return interaction != null;
  }

  void carry(Interaction begun) {
    interaction = begun;
    latest = begun;
  }

  void free() {
    interaction = null;
    freeSince = context.distribution().tick();
  }

  void moveTo(AgentSession heir) {
    session = heir;
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.CHANNEL;
  }

  @Override
  public String target() {
    return session.target() + (group == null ? "" : "." + group) + "." + id;
  }

  @Override
  public AgentSession session() {
    return session;
  }

  @Override
  public boolean gone() {
    return false;
  }

  @Override
  public boolean telephony() {
    return type == ChannelType.TELEPHONY;
  }

  @Override
  public String situation() {
    return state + (busy() ? " and busy" : "");
  }

  @Override
  public Party party() {
    return party;
  }

  @Override
  public Optional<String> unavailable() {
    if (state != State.ACTIVE) {
      return Optional.of("is not ready");
    }
    return busy() ? Optional.of("is busy") : Optional.empty();
  }

  @Override
  public void ring(Leg leg) {
    if (unavailable().isPresent()) {
      leg.call().fail(leg);
    } else {
      Interaction.offered(this, leg, context);
    }
  }

  /** Finds what the rest of a target names: [group.]channel[.interaction[.conversation]]. */
  Optional<ProtocolObject> resolve(List<String> path) {
    int at = path.get(0).equals(group) ? 1 : 0;
    if (at == 1 && path.size() == 1 && context.is(Variant.GROUP_IS_TARGET)) {
      return Optional.of(this);
    }
    if (path.size() <= at || !path.get(at).equals(id)) {
      return Optional.empty();
    }
    List<String> rest = path.subList(at + 1, path.size());
    if (rest.isEmpty()) {
      return Optional.of(this);
    }
    return interaction().flatMap(carried -> carried.resolve(rest));
  }
}
