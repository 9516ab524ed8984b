package io.github.switchhook.simulator.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FairSchedulerTest {
  private final List<String> served = new CopyOnWriteArrayList<>();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final FairScheduler scheduler = new FairScheduler("test", 1);

  @AfterEach
  void stop() {
    gate.countDown();
    scheduler.close();
  }

  /** A source with a number of items, which notes its name for each that is served. */
  private class Sender extends FairScheduler.Source {
    private final String name;
    private final AtomicInteger left;

    Sender(String name, int items) {
      this.name = name;
      this.left = new AtomicInteger(items);
    }

    @Override
    protected boolean serveOne() {
      served.add(name);
      return left.decrementAndGet() > 0;
    }

    @Override
    protected void failed(Throwable thrown) {
      served.add(name + " failed: " + thrown.getMessage());
    }
  }

  /** Keeps the one thread until the gate opens, so that the others gather. */
  private void occupy() {
    scheduler.ready(
        new Sender("gate", 1) {
          @Override
          protected boolean serveOne() {
            try {
              gate.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return false;
          }
        });
  }

  private void assertServed(String... names) {
    gate.countDown();
    await().atMost(Duration.ofSeconds(10)).until(() -> served.size() >= names.length);
    assertThat(served).containsExactly(names);
  }

  @Test
  void sendersTakeTurns() {
    occupy();
    scheduler.ready(new Sender("a", 3));
    scheduler.ready(new Sender("b", 2));

    assertServed("a", "b", "a", "b", "a");
  }

  @Test
  void servesANewSourceBeforeOnesThatAreAlwaysReady() {
    Sender flood = new Sender("flood", 5);
    Sender late = new Sender("late", 1);
    occupy();
    scheduler.ready(
        new Sender("flood's first", 1) {
          @Override
          protected boolean serveOne() {
            scheduler.ready(late);
            return super.serveOne();
          }
        });
    scheduler.ready(flood);

    assertServed("flood's first", "flood", "late", "flood", "flood", "flood", "flood");
  }

  @Test
  void servesSourcesThatAreAlwaysReadyToo() {
    AtomicInteger fresh = new AtomicInteger();
    occupy();
    scheduler.ready(new Sender("flood", 3));
    // Each brings another one that has just begun, for ever.
    class Chain extends Sender {
      Chain() {
        super("fresh", 1);
      }

      @Override
      protected boolean serveOne() {
        if (fresh.incrementAndGet() < 1_000) {
          scheduler.ready(new Chain());
        }
        return super.serveOne();
      }
    }
    scheduler.ready(new Chain());
    gate.countDown();

    await().atMost(Duration.ofSeconds(10)).until(() -> served.size() == 1_003);
    assertThat(served.subList(0, 30)).filteredOn("flood"::equals).hasSize(3);
  }

  @Test
  void aFailureIsTheFailingSendersOwn() {
    occupy();
    scheduler.ready(
        new Sender("broken", 1) {
          @Override
          protected boolean serveOne() {
            throw new StackOverflowError("on purpose");
          }
        });
    scheduler.ready(new Sender("other", 1));

    assertServed("broken failed: on purpose", "other");
  }

  @Test
  void whatComesWhileASenderIsServedIsServedNext() {
    Sender sender = new Sender("again", 1);
    occupy();
    scheduler.ready(sender);
    scheduler.ready(sender);
    assertServed("again");

    scheduler.ready(sender);
    await().atMost(Duration.ofSeconds(10)).until(() -> served.size() == 2);
  }

  @Test
  void servesOnTheCallingThreadWhereNothingElseWaits() {
    Thread[] on = new Thread[1];
    scheduler.readyHere(
        new Sender("here", 1) {
          @Override
          protected boolean serveOne() {
            on[0] = Thread.currentThread();
            return false;
          }
        });

    assertThat(on[0]).isSameAs(Thread.currentThread());
  }
}
