package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.protocol.Message.Event;
import io.github.switchhook.simulator.protocol.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An agent's session (PROTOCOL section 2). One client drives it, or none after a lost connection.
 */
public final class AgentSession implements ProtocolObject {
  /** The states of a session, in the order in which it goes through them (PROTOCOL section 2). */
  public enum State {
    /** prepareSession has succeeded; session.start is due. */
    PREPARED,
    STARTED,
    /** Logged out, or taken over by another session of the agent. */
    ENDED
  }

  // Session, group, channel, interaction, conversation.
  private static final int MAX_PATH = 5;

  private final String id;
  private final AgentAccount account;
  private final Outbox outbox;
  private final List<Channel> channels = new ArrayList<>();
  private State state = State.PREPARED;
  private boolean legConnected;
  private boolean legFails;
  private @Nullable Client client;

  AgentSession(String id, AgentAccount account, Outbox outbox, Client client) {
    this.id = id;
    this.account = account;
    this.outbox = outbox;
    this.client = client;
  }

  /** Returns the session id, which is the first part of every target in it (PROTOCOL section 2). */
  public String id() {
    return id;
  }

  /** Returns the account of the agent who is logged in. */
  public AgentAccount account() {
    return account;
  }

  /** Returns the state of the session (PROTOCOL section 2). */
  public State state() {
    return state;
  }

  void become(State next) {
    state = next;
  }

  /** Returns the channels, oldest first. */
  public List<Channel> channels() {
    return List.copyOf(channels);
  }

  void add(Channel channel) {
    channels.add(channel);
  }

  /**
   * Hands all channels, with the calls on them, and the agent leg over to the session that takes
   * over.
   */
  void handOverTo(AgentSession heir) {
    heir.legConnected = legConnected;
    heir.legFails = legFails;
    channels.forEach(channel -> channel.moveTo(heir));
    heir.channels.addAll(channels);
    channels.clear();
    state = State.ENDED;
  }

  /** Tells whether the agent leg of an InContact platform is connected. */
  boolean legConnected() {
    return legConnected;
  }

  /** Connects the agent leg, unless it was told to fail. */
  void connectLeg() {
    legConnected = !legFails;
  }

  void disconnectLeg() {
    legConnected = false;
  }

  void legFails(boolean fails) {
    legFails = fails;
  }

  /** Notes that the client has disconnected; the calls stay up. */
  void disconnected() {
    client = null;
  }

  /** Tells the client, if there is one and the session is started. */
  void tell(ProtocolObject object, String name, Map<String, ?> data, @Nullable String aid) {
    if (client != null && state == State.STARTED) {
      outbox.add(client, new Event(object.kind(), name, object.target(), data, aid));
    }
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.SESSION;
  }

  @Override
  public String target() {
    return id;
  }

  @Override
  public AgentSession session() {
    return this;
  }

  @Override
  public boolean gone() {
    return false;
  }

  @Override
  public boolean telephony() {
    return true;
  }

  @Override
  public String situation() {
    return state.toString();
  }

  /**
   * Finds the object that a target names.
   *
   * @param target begins with this session's id
   * @return empty where there is no such object, or it has been disposed
   */
  Optional<ProtocolObject> resolve(String target) {
    // One part more than the longest path has: what comes after that is not looked at.
    List<String> path = List.of(target.split("\\.", MAX_PATH + 1));
    if (path.size() == 1) {
      return Optional.of(this);
    }
    return channels.stream()
        .map(channel -> channel.resolve(path.subList(1, path.size())))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
