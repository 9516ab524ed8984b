package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.call.Call;
import io.github.switchhook.simulator.call.CallData;
import io.github.switchhook.simulator.call.Leg;
import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.protocol.RefusalException;
import io.github.switchhook.simulator.text.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Brings customers' contacts to agents (PROTOCOL section 5, "Without a command"): an offer that is
 * rejected or not answered goes to the longest-idle free ACTIVE agent not yet tried; one for a
 * queue waits while there is no such agent, and goes to the first agent to become free.
 */
final class CallDistributor {
  /**
   * A contact that no agent has taken yet.
   *
   * @param queue the queue whose agents may be offered it; null where it is for one endpoint
   * @param since when the customer came
   * @param tried the ids of the agents who have been offered it
   */
  private record Offer(Contact contact, @Nullable String queue, Instant since, Set<String> tried) {
    boolean mayGoTo(Channel channel) {
      return channel.type() == contact.type()
          && (queue == null || channel.queue().filter(queue::equals).isPresent());
    }
  }

  private final SwitchContext context;
  private final Duration ringTimeout;
  // Oldest first. A settled contact is not reported here: call forgetSettled before looking for
  // one.
  private final List<Offer> offers = new ArrayList<>();
  private @Nullable Offer moving;
  private long ticks;

  CallDistributor(SwitchContext context, Duration ringTimeout) {
    this.context = context;
    this.ringTimeout = ringTimeout;
  }

  /**
   * Returns an increasing number, which orders agents by when they became free, also under a
   * stopped clock.
   */
  long tick() {
    return ticks++;
  }

  /** Brings a customer's call to an agent or a queue. */
  OfferResult call(String from, String to, Map<String, String> data) {
    Optional<Channel> direct = destination(ChannelType.TELEPHONY, to);
    Call call = new Call();
    fill(call.data(), data);
    context.farEnds().calling(from, call);
    return bring(new PhoneContact(from, call), direct, to);
  }

  /** Brings a customer's chat or email to an agent or a queue. */
  OfferResult message(ChannelType type, String from, String to, Map<String, String> data) {
    Optional<Channel> direct = destination(type, to);
    MessageContact message = new MessageContact(type, from, context);
    fill(message.data(), data);
    return bring(message, direct, to);
  }

  private static void fill(CallData callData, Map<String, String> values) {
    values.forEach(
        (key, value) -> {
          if (!callData.hasRoomFor(key, value)) {
            throw SwitchContext.tooMuchCallData("data");
          }
          callData.put(key, value);
        });
  }

  /**
   * Returns the channel that {@code to} names, preferring one that can take a contact; empty where
   * it is a queue. Throws a {@link RefusalException} where it is neither.
   */
  private Optional<Channel> destination(ChannelType type, String to) {
    Optional<Channel> direct =
        context.at(to).stream()
            .filter(channel -> channel.type() == type)
            .min(Comparator.comparing(channel -> channel.unavailable().isPresent()));
    if (direct.isEmpty() && !context.isQueue(to)) {
      throw new RefusalException(
          FailureCode.INVALID_DESTINATION,
          "expected a queue, or the endpoint or agent of a "
              + type.wireName()
              + " channel of an agent who is logged in, got "
              + Quote.plain(to));
    }
    return direct;
  }

  private OfferResult bring(Contact contact, Optional<Channel> direct, String to) {
    String queue = direct.isPresent() ? null : to;
    Offer offer = new Offer(contact, queue, context.clock().now(), new HashSet<>());
    forgetSettled();
    offers.add(offer);
    if (direct.isEmpty()) {
      offerNext(offer);
    } else if (direct.get().unavailable().isPresent()) {
      contact.giveUp();
    } else {
      offer(offer, direct.get());
    }
    if (contact.settled()) {
      return OfferResult.OVER;
    }
    return contact.waiting() ? OfferResult.WAITING : OfferResult.OFFERED;
  }

  /** Returns the contacts that wait in a queue, oldest first. */
  List<QueuedContact> waiting() {
    forgetSettled();
    List<QueuedContact> all = new ArrayList<>();
    for (Offer offer : offers) {
      if (offer.queue() != null && offer.contact().waiting()) {
        Contact contact = offer.contact();
        all.add(new QueuedContact(offer.queue(), contact.type(), contact.from(), offer.since()));
      }
    }
    return all;
  }

  /** Takes an alerting call from an agent who turns it down, and offers it to the next agent. */
  void decline(Leg leg) {
    find(contact -> contact.isOf(leg.call()))
        .ifPresentOrElse(this::decline, () -> leg.call().clear(leg));
  }

  /** Takes a chat or an email from an agent who turns it down, and offers it to the next agent. */
  void decline(MessageContact message) {
    find(contact -> contact == message).ifPresent(this::decline);
  }

  private void decline(Offer offer) {
    // Withdrawing frees the channel, which must not be offered the same contact again.
    moving = offer;
    offer.contact().withdraw();
    moving = null;
    offerNext(offer);
  }

  private Optional<Offer> find(Predicate<Contact> query) {
    forgetSettled();
    return offers.stream().filter(offer -> query.test(offer.contact())).findFirst();
  }

  /** Offers the oldest waiting contact that may go to a channel which can take contacts again. */
  void freed(Channel channel) {
    forgetSettled();
    if (channel.unavailable().isEmpty()) {
      offers.stream()
          .filter(offer -> !offer.equals(moving) && offer.queue() != null)
          .filter(offer -> offer.contact().waiting() && offer.mayGoTo(channel))
          .reduce((first, next) -> context.is(Variant.NEWEST_FIRST) ? next : first)
          .ifPresent(offer -> offer(offer, channel));
    }
  }

  /** Returns the oldest chat or email for a queue that no agent has accepted. */
  Optional<MessageContact> messageFor(String queue) {
    return offers.stream()
        .filter(offer -> queue.equals(offer.queue()) && !offer.contact().settled())
        .map(Offer::contact)
        .filter(MessageContact.class::isInstance)
        .map(MessageContact.class::cast)
        .findFirst();
  }

  /** Forgets all waiting contacts and all offers. */
  void reset() {
    offers.clear();
  }

  private void offerNext(Offer offer) {
    Optional<Channel> next =
        context.channels().stream()
            .filter(offer::mayGoTo)
            .filter(channel -> channel.unavailable().isEmpty())
            .filter(channel -> !offer.tried().contains(agent(channel)))
            .min(Comparator.comparingLong(Channel::freeSince));
    if (next.isPresent()) {
      offer(offer, next.get());
    } else if (offer.queue() == null) {
      offer.contact().giveUp();
    }
    forgetSettled();
  }

  private static String agent(Channel channel) {
    return channel.session().account().id();
  }

  private void forgetSettled() {
    offers.removeIf(offer -> offer.contact().settled());
  }

  private void offer(Offer offer, Channel channel) {
    offer.tried().add(agent(channel));
    offer.contact().offerTo(channel);
  }

  /**
   * Starts the ring time of an offer, by a customer or by another agent. An agent who has not taken
   * it when the ring time is over has turned it down.
   */
  void rings(Interaction offered) {
    context
        .clock()
        .after(
            context.is(Variant.RING_LONGER) ? ringTimeout.multipliedBy(2) : ringTimeout,
            () -> {
              if (offered.state() == Interaction.State.ALERTING) {
                offered.release();
              }
            });
  }
}
