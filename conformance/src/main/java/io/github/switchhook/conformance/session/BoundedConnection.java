package io.github.switchhook.conformance.session;

import io.github.switchhook.conformance.wire.Inbound;
import io.github.switchhook.conformance.wire.Inbox;
import io.github.switchhook.conformance.wire.MessageConnection;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/**
 * A connection within one scenario: its waits end when the scenario's time is up, what comes is
 * bounded in number and in length, and a wait in vain is prolonged by what the kit itself was late.
 * Used by the kit's thread alone.
 */
public final class BoundedConnection implements MessageConnection {
  private final MessageConnection connection;
  private final Allowance allowance;
  private int messages;
  private long characters;

  public BoundedConnection(MessageConnection connection, Allowance allowance) {
    this.connection = connection;
    this.allowance = allowance;
  }

  @Override
  public void send(String text) {
    connection.send(text);
  }

  @Override
  public void send(ByteBuffer binary) {
    connection.send(binary);
  }

  @Override
  public Inbound receive(Duration timeout) {
    allowance.requireTime();
    Optional<Inbound.Flooded> tooMuch = Inbox.tooMuch(messages, characters);
    if (tooMuch.isPresent()) {
      connection.close();
      return tooMuch.get();
    }
    Inbound next = await(timeout);
    if (next instanceof Inbound.Message message) {
      messages++;
      characters += message.length();
    } else if (next instanceof Inbound.Nothing && !timeout.isZero()) {
      allowance.requireTime();
    }
    return next;
  }

  /** Waits longer where the kit was kept from running meanwhile, up to a limit. */
  private Inbound await(Duration timeout) {
    long mark = allowance.lagMark();
    long waited = 0;
    long wanted = timeout.toNanos();
    while (true) {
      Duration some = Duration.ofNanos(wanted - waited);
      Inbound next = connection.receive(shorter(some, allowance.left()));
      if (!(next instanceof Inbound.Nothing) || timeout.isZero() || allowance.left().isZero()) {
        return next;
      }
      waited = wanted;
      long lag = allowance.lagSince(mark);
      wanted = timeout.toNanos() + Allowance.longerWait(timeout, lag);
      if (wanted <= waited) {
        return Allowance.isRelevant(timeout, lag)
            ? new Inbound.Nothing(Duration.ofNanos(lag))
            : next;
      }
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  @Override
  public void close() {
    connection.close();
  }
}
