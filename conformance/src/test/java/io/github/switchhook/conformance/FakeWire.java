package io.github.switchhook.conformance;

import io.github.switchhook.conformance.wire.Inbound;
import io.github.switchhook.conformance.wire.Inbox;
import io.github.switchhook.conformance.wire.MessageConnection;
import io.github.switchhook.conformance.wire.Wire;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import io.github.switchhook.conformance.wire.WireLog;
import java.nio.ByteBuffer;
import java.time.Duration;

/** A wire without a network: what the fake answers is in the inbox when sending returns. */
final class FakeWire implements Wire {
  private final FakeSwitch target;

  FakeWire(FakeSwitch target) {
    this.target = target;
  }

  @Override
  public MessageConnection connect(String agent, WireLog log) {
    int number = log.nextConnection();
    FakeSwitch.Talk talk = target.talk();
    Inbox inbox = new Inbox();
    return new MessageConnection() {
      @Override
      public void send(String text) {
        log.add(Direction.OUT, agent, number, text);
        for (String line : talk.answer(text)) {
          if (line.startsWith(FakeSwitch.CLOSE)) {
            String reason = line.substring(FakeSwitch.CLOSE.length());
            inbox.end(new Inbound.Closed(1011, reason.isEmpty() ? "out of order" : reason));
          } else {
            log.add(Direction.IN, agent, number, line);
            inbox.put(new Inbound.Text(line));
          }
        }
      }

      @Override
      public void send(ByteBuffer bytes) {
        throw new UnsupportedOperationException("the fake reads no binary frames");
      }

      @Override
      public Inbound receive(Duration timeout) {
        return inbox.take(timeout);
      }

      @Override
      public void close() {
        inbox.end(new Inbound.Closed(1000, ""));
      }
    };
  }

  @Override
  public void close() {
    // Nothing is shared.
  }
}
