package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.call.CallData;
import io.github.switchhook.simulator.call.Destination;
import io.github.switchhook.simulator.call.Party;
import io.github.switchhook.simulator.engine.Ids;
import io.github.switchhook.simulator.engine.SwitchClock;
import io.github.switchhook.simulator.farend.FarEnds;
import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.protocol.RefusalException;
import io.github.switchhook.simulator.text.Quote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The services that every object of a switch uses: ids, the clock, the events, and the destinations
 * of numbers.
 */
final class SwitchContext {
  private final SwitchSetup setup;
  private final Ids ids;
  private final SwitchClock clock;
  private final AgentEvents rules;
  private final FarEnds farEnds;
  private final CallDistributor distribution;
  private final Map<String, Channel> endpoints = new LinkedHashMap<>();
  // UNAVAILABLE, because another session holds their endpoint; oldest first.
  private final List<Channel> waiting = new ArrayList<>();

  SwitchContext(SwitchSetup setup, Ids ids, SwitchClock clock, AgentEvents rules) {
    this.setup = setup;
    this.ids = ids;
    this.clock = clock;
    this.rules = rules;
    this.farEnds = new FarEnds(ids, clock);
    this.distribution = new CallDistributor(this, setup.ringTimeout());
  }

  /** Tells whether the switch makes this choice. */
  boolean is(Variant variant) {
    return setup.is(variant);
  }

  Ids ids() {
    return ids;
  }

  SwitchClock clock() {
    return clock;
  }

  AgentEvents rules() {
    return rules;
  }

  FarEnds farEnds() {
    return farEnds;
  }

  CallDistributor distribution() {
    return distribution;
  }

  /** Tells whether a queue of that name is set up. */
  boolean isQueue(String name) {
    return setup.queues().contains(name);
  }

  /** Returns the channels that hold an endpoint. */
  List<Channel> channels() {
    return List.copyOf(endpoints.values());
  }

  /** Returns the channel that holds an endpoint. */
  Optional<Channel> holder(String endpoint) {
    return Optional.ofNullable(endpoints.get(endpoint));
  }

  /**
   * Returns the channel that holds an endpoint; else those that the agent of that id holds, oldest
   * first.
   */
  List<Channel> at(String place) {
    return holder(place)
        .map(List::of)
        .orElseGet(
            () ->
                endpoints.values().stream()
                    .filter(channel -> channel.session().account().id().equals(place))
                    .toList());
  }

  /** Makes a channel; it holds its endpoint, or is UNAVAILABLE where another session does. */
  Channel open(AgentSession session, @Nullable String group, ChannelType type, String endpoint) {
    boolean held = endpoints.containsKey(endpoint);
    Channel.State state = held ? Channel.State.UNAVAILABLE : Channel.State.INACTIVE;
    Channel channel = new Channel(session, group, type, endpoint, state, this);
    endpoints.putIfAbsent(endpoint, channel);
    if (held) {
      waiting.add(channel);
    }
    session.add(channel);
    return channel;
  }

  /** Gives a channel's endpoint back; the first channel that waits for it becomes INACTIVE. */
  void close(Channel channel) {
    waiting.remove(channel);
    if (endpoints.remove(channel.endpoint(), channel)) {
      waiting.stream()
          .filter(other -> other.endpoint().equals(channel.endpoint()))
          .findFirst()
          .ifPresent(this::take);
    }
  }

  private void take(Channel channel) {
    waiting.remove(channel);
    endpoints.put(channel.endpoint(), channel);
    channel.deactivate();
    rules.changed(channel);
  }

  /**
   * Returns the destination of a dialled number, whether it is busy or not.
   *
   * @throws RefusalException where there is no such number
   */
  Destination dialable(String number) {
    return find(number)
        .orElseThrow(
            () ->
                new RefusalException(
                    FailureCode.INVALID_DESTINATION, "there is no number " + Quote.of(number)));
  }

  /** Returns the refusal of call data for which there is no room. */
  static RefusalException tooMuchCallData(String place) {
    return new RefusalException(
        FailureCode.INVALID_DATA,
        place
            + ": expected call data of at most "
            + CallData.MAX_KEYS
            + " keys and "
            + CallData.MAX_CHARACTERS
            + " characters in all, got more");
  }

  /**
   * Returns the destination of a dialled number that can take a call now.
   *
   * @throws RefusalException where there is no such number, or it is busy, refuses or is not ready
   */
  Destination reachable(String number) {
    Destination destination = dialable(number);
    destination
        .unavailable()
        .ifPresent(
            why -> {
              throw new RefusalException(
                  FailureCode.DESTINATION_UNAVAILABLE, Quote.plain(number) + " " + why);
            });
    return destination;
  }

  private Optional<Destination> find(String number) {
    Channel channel = endpoints.get(number);
    if (channel != null && channel.type() == ChannelType.TELEPHONY) {
      return Optional.of(channel);
    }
    if (setup.agents().stream().anyMatch(agent -> agent.extension().equals(number))) {
      return Optional.of(new AbsentAgent(new Party(ids.next("p"), number)));
    }
    return farEnds.dialled(number).map(Destination.class::cast);
  }
}
