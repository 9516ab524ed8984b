package io.github.switchhook.conformance.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.protocol.Json;
import java.util.List;
import java.util.Optional;

/**
 * The channels of a target's sessions, as far as the contract leaves them open (PROTOCOL sections 2
 * and 5). Immutable.
 *
 * @param activeAtStart whether they are ACTIVE as soon as the session starts
 * @param queue the queue to name where a scenario activates a channel and names none; empty where
 *     the target needs none
 * @param atStart the types of the channels that a session begins with, in PROTOCOL's words; the
 *     first is Telephony
 * @param callsEnd when the calls on them end, of {@link #CALLS_END}; PROTOCOL's stay up
 */
public record Channels(
    boolean activeAtStart, Optional<String> queue, List<String> atStart, List<String> callsEnd) {
  /** A takeover, as a profile calls it. */
  public static final String TAKEOVER = "takeover";

  /** The loss of the agent's connection, as a profile calls it. */
  public static final String LOST_CONNECTION = "lostConnection";

  /** What may end calls. */
  public static final List<String> CALLS_END = List.of(TAKEOVER, LOST_CONNECTION);

  /** The type of the channel that every session begins with. */
  public static final String TELEPHONY = "Telephony";

  public static final String CHAT = "Chat";
  public static final String EMAIL = "Email";

  /** Every type. */
  public static final List<String> TYPES = List.of(TELEPHONY, CHAT, EMAIL);

  /** One telephony channel, which is not ACTIVE at the start, and can be activated in no queue. */
  public static final Channels STANDARD =
      new Channels(false, Optional.empty(), List.of(TELEPHONY), List.of());

  /** Copies the lists. */
  public Channels {
    atStart = List.copyOf(atStart);
    callsEnd = List.copyOf(callsEnd);
  }

  /** Tells whether a session begins with a channel of this type. */
  public boolean begin(String type) {
    return atStart.contains(type);
  }

  /** Returns the data of the least demanding {@code channel.activate}. */
  public ObjectNode activation() {
    return queue.map(Channels::activationIn).orElseGet(Json::object);
  }

  /** Returns the data of {@code channel.activate} that joins a queue. */
  public static ObjectNode activationIn(String queue) {
    ObjectNode data = Json.object();
    data.putObject("channeloptions").put("queue", queue);
    return data;
  }
}
