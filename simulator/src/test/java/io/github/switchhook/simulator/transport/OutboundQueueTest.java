package io.github.switchhook.simulator.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboundQueueTest {
  private final Carrier carrier = new Carrier();
  private final OutboundQueue queue = new OutboundQueue(carrier, 2);

  @Test
  void hasOneMessageWithTheCarrierAtATime() {
    queue.send("a");
    queue.send("b");
    assertThat(carrier.sent).containsExactly("a");

    carrier.finish(true);
    assertThat(carrier.sent).containsExactly("a", "b");
  }

  @Test
  void cutsOffAClientThatDoesNotRead() {
    queue.send("with the carrier");
    queue.send("waits");
    queue.send("waits too");
    assertThat(carrier.closedWith).isEmpty();

    queue.send("one too many");

    assertThat(carrier.closedWith).containsExactly(OutboundQueue.TOO_SLOW);
    carrier.finish(true);
    queue.send("too late");
    assertThat(carrier.sent).containsExactly("with the carrier");
  }

  @Test
  void dropsWhatWaitsWhenASendFails() {
    queue.send("a");
    queue.send("b");

    carrier.finish(false);

    assertThat(carrier.sent).containsExactly("a");
  }

  @Test
  void closesOnce() {
    queue.close(1000, "bye");
    queue.close(1001, "again");

    assertThat(carrier.closedWith).containsExactly(1000);
  }

  private static final class Carrier implements OutboundQueue.Carrier {
    final List<String> sent = new ArrayList<>();
    final List<Integer> closedWith = new ArrayList<>();
    final Deque<OutboundQueue.Done> unfinished = new ArrayDeque<>();

    @Override
    public void send(String text, OutboundQueue.Done done) {
      sent.add(text);
      unfinished.add(done);
    }

    @Override
    public void close(int code, String reason) {
      closedWith.add(code);
    }

    void finish(boolean well) {
      unfinished.remove().sent(well);
    }
  }
}
