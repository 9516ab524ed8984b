package io.github.switchhook.conformance.session;

import io.github.switchhook.conformance.profile.Envelope;
import io.github.switchhook.conformance.profile.RequestStyle;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.wire.Inbound;
import io.github.switchhook.conformance.wire.MessageConnection;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * Translates and wraps outgoing messages and unwraps incoming ones; only this class knows the
 * target's envelope and its own names in requests. Text that is not JSON passes unchanged.
 */
public final class EnvelopedConnection implements MessageConnection {
  private final MessageConnection connection;
  private final Envelope envelope;
  private final RequestStyle requests;
  private int sent;

  /** Wraps a connection; messages on it are in the target's form. */
  public EnvelopedConnection(MessageConnection connection, Target target) {
    this.connection = connection;
    this.envelope = target.envelope();
    this.requests = target.dialect().requests();
  }

  /** Returns the connection without the envelope. */
  public MessageConnection bare() {
    return connection;
  }

  @Override
  public void send(String text) {
    sent++;
    connection.send(
        Json.parse(text)
            .map(message -> Json.write(envelope.wrap(requests.spell(message), sent)))
            .orElse(text));
  }

  @Override
  public void send(ByteBuffer bytes) {
    connection.send(bytes);
  }

  @Override
  public Inbound receive(Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      Inbound next =
          connection.receive(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
      if (!(next instanceof Inbound.Text text)) {
        return next;
      }
      if (text.json().filter(envelope::ignores).isEmpty()) {
        return new Inbound.Text(text.text(), text.json().map(envelope::unwrap));
      }
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
