package io.github.switchhook.simulator.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutboundQueueTest {
  private final List<String> sent = new ArrayList<>();
  private final Deque<Runnable> unfinished = new ArrayDeque<>();
  private final AtomicLong total = new AtomicLong();
  private long nanos = 1;
  private boolean fast;
  private final OutboundQueue queue =
      new OutboundQueue(
          ConnectionLimits.STANDARD.withQueue(10, 3, Duration.ofSeconds(10)),
          () -> nanos,
          this::write,
          total);

  private void write(ByteBuffer bytes, Runnable done) {
    sent.add(StandardCharsets.US_ASCII.decode(bytes).toString());
    if (fast) {
      done.run();
    } else {
      unfinished.add(done);
    }
  }

  @Test
  void hasOneWriteWithTheCarrierAndGathersTheNext() {
    send("a");
    send("b");
    send("c");
    assertThat(sent).containsExactly("a");

    unfinished.remove().run();

    assertThat(sent).containsExactly("a", "bc");
  }

  @Test
  void refusesWhatWouldBeTooManyBytes() {
    send("12345");
    assertThat(add("67890")).isEmpty();

    assertThat(add("x")).contains("more than 10 bytes wait to be read");
    assertThat(total).hasValue(10);
  }

  @Test
  void takesAFrameThatIsLongerThanAllThatMayWaitWhereNothingWaits() {
    assertThat(add("longer than ten bytes")).isEmpty();
  }

  @Test
  void refusesWhatWouldBeTooManyMessages() {
    send("");
    add("");
    add("");

    assertThat(add("")).contains("more than 3 messages wait to be read");
  }

  @Test
  void tellsWhatHasWaitedTooLong() {
    send("with the carrier");
    nanos += Duration.ofSeconds(10).toNanos();
    assertThat(queue.overdue()).isEmpty();

    nanos++;

    assertThat(queue.overdue()).contains("nothing was read for 10000 ms");
    unfinished.remove().run();
    assertThat(queue.overdue()).isEmpty();
  }

  @Test
  void isOverdueByTheOldestThatWaits() {
    add("never flushed");
    nanos += Duration.ofSeconds(11).toNanos();

    assertThat(queue.overdue()).isPresent();
  }

  @Test
  void forgetsAllWhenItIsDiscarded() {
    send("a");
    add("b");

    queue.discard();
    unfinished.remove().run();
    send("c");

    assertThat(sent).containsExactly("a");
    assertThat(queue.bytes()).isZero();
    assertThat(total).hasValue(0);
  }

  @Test
  void aFastCarrierCostsNoStack() {
    fast = true;
    for (int i = 0; i < 100_000; i++) {
      send("x");
    }

    assertThat(sent).hasSize(100_000);
    assertThat(total).hasValue(0);
  }

  private Optional<String> add(String text) {
    return queue.add(text.getBytes(StandardCharsets.US_ASCII));
  }

  private void send(String text) {
    add(text);
    queue.flush();
  }
}
