package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.call.Call;
import io.github.switchhook.simulator.call.Leg;
import io.github.switchhook.simulator.call.LegState;
import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.protocol.Refusal;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings customers' calls to agents (PROTOCOL section 5, "Without a command"): an offer that is
 * rejected or not answered goes to the longest-idle free ACTIVE agent not yet tried; a call for a
 * queue waits where there is none, and goes to the first who becomes free.
 */
final class Distribution {
  /**
   * A customer's call that nobody has answered yet.
   *
   * @param queue whose agents may have it; null for a call to one agent's extension
   * @param tried who has had it
   */
  private record Offer(@Nullable String queue, Set<Channel> tried) {}

  private final Exchange exchange;
  private final Duration ringTimeout;
  // Oldest first. A call leaves when it is answered, or over; both are looked at when it matters.
  private final Map<Call, Offer> offers = new LinkedHashMap<>();
  private @Nullable Call moving;
  private long ticks;

  Distribution(Exchange exchange, Duration ringTimeout) {
    this.exchange = exchange;
    this.ringTimeout = ringTimeout;
  }

  /** Counts on, so that who became free first can be told even where time stands still. */
  long tick() {
    return ticks++;
  }

  /** A customer calls an extension or a queue. */
  void call(String from, String to) {
    Channel direct = exchange.holder(to).orElse(null);
    if (direct == null && !exchange.isQueue(to)) {
      throw new Refusal(
          FailureCode.INVALID_DESTINATION,
          "expected a queue or the extension of an agent who is logged in, got " + to);
    }
    Call call = new Call();
    exchange.farEnds().calling(from, call);
    Offer offer = new Offer(direct == null ? to : null, new HashSet<>());
    if (direct == null) {
      offers.put(call, offer);
      offerNext(call, offer);
    } else if (direct.unavailable().isPresent()) {
      call.end();
    } else {
      offers.put(call, offer);
      offer(call, offer, direct);
    }
  }

  /** An agent turns an alerting call down. */
  void decline(Leg leg) {
    Call call = leg.call();
    Offer offer = offers.get(call);
    if (offer == null) {
      call.clear(leg);
      return;
    }
    // The channel that it leaves is free again with that, and must not get it back.
    moving = call;
    call.withdraw(leg);
    moving = null;
    offerNext(call, offer);
  }

  /** A channel can take calls (again): the oldest waiting call that may go there does. */
  void freed(Channel channel) {
    forgetSettled();
    if (channel.unavailable().isPresent()) {
      return;
    }
    offers.entrySet().stream()
        .filter(entry -> entry.getKey() != moving && entry.getKey().legs().size() == 1)
        .filter(entry -> entry.getValue().queue() != null && serves(channel, entry.getValue()))
        .findFirst()
        .ifPresent(entry -> offer(entry.getKey(), entry.getValue(), channel));
  }

  private void offerNext(Call call, Offer offer) {
    Optional<Channel> next =
        exchange.channels().stream()
            .filter(channel -> serves(channel, offer))
            .filter(channel -> channel.unavailable().isEmpty())
            .filter(channel -> !offer.tried().contains(channel))
            .min(Comparator.comparingLong(Channel::freeSince));
    if (next.isPresent()) {
      offer(call, offer, next.get());
    } else if (offer.queue() == null) {
      call.end();
    }
    forgetSettled();
  }

  private void offer(Call call, Offer offer, Channel channel) {
    offer.tried().add(channel);
    Leg leg = call.add(channel.party(), LegState.ALERTING);
    exchange
        .clock()
        .after(
            ringTimeout,
            () -> {
              if (leg.state() == LegState.ALERTING) {
                decline(leg);
              }
            });
    channel.ring(leg);
  }

  private static boolean serves(Channel channel, Offer offer) {
    return channel.type() == ChannelType.TELEPHONY
        && (offer.queue() == null || channel.queue().filter(offer.queue()::equals).isPresent());
  }

  private void forgetSettled() {
    offers
        .keySet()
        .removeIf(
            call ->
                call.legs().isEmpty()
                    || call.legs().stream().anyMatch(leg -> leg.state().answered()));
  }
}
