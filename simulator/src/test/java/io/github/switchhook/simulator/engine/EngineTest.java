package io.github.switchhook.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EngineTest {
  @Nested
  class OneTurnAtATime {
    @Test
    void takesOneTaskAfterAnother() {
      try (Engine engine = new Engine()) {
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
          int number = i;
          engine.post(() -> seen.add(number));
        }

        List<Integer> all = engine.ask(() -> List.copyOf(seen));

        assertThat(all).hasSize(30_000).isSorted();
      }
    }

    @Test
    void aTurnThatFailsIsNotTheLast() {
      try (Engine engine = new Engine()) {
        engine.post(
            () -> {
              throw new IllegalStateException("on purpose");
            });
        engine.post(
            () -> {
              throw new StackOverflowError("on purpose");
            });

        assertThat(engine.<Integer>ask(() -> 1)).isEqualTo(1);
      }
    }

    @Test
    void doesAfterATurnWhatItAskedFor() {
      try (Engine engine = new Engine()) {
        List<String> seen = new ArrayList<>();
        engine.post(
            () -> {
              engine.afterTurn(() -> seen.add("after: " + engine.ask(() -> "free again")));
              seen.add("turn");
            });

        assertThat(seen).containsExactly("turn", "after: free again");
      }
    }

    @Test
    void aTurnBeginsNoOther() {
      try (Engine engine = new Engine()) {
        assertThatThrownBy(() -> engine.ask(() -> engine.ask(() -> 1)))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("a turn does not begin another");
      }
    }

    @Test
    void givesTheAskerWhatTheQuestionThrew() {
      try (Engine engine = new Engine()) {
        assertThatThrownBy(
                () ->
                    engine.ask(
                        () -> {
                          throw new IllegalArgumentException("no");
                        }))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("no");
      }
    }

    @Test
    void saysSoWhenItIsClosed() {
      Engine engine = new Engine();
      engine.close();

      engine.post(() -> {});
      assertThatThrownBy(() -> engine.ask(() -> 1)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Nested
  class VirtualTime {
    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final List<String> fired = new ArrayList<>();

    @Test
    void firesInOrderAtTheMomentEachIsDue() {
      set("late", 5);
      set("early", 2);
      set("early too", 2);
      set("not yet", 6);

      clock.advance(Duration.ofSeconds(5));

      assertThat(fired).containsExactly("early@2", "early too@2", "late@5");
      assertThat(clock.now()).isEqualTo(Instant.ofEpochSecond(5));
    }

    @Test
    void firesWhatATimerSetsOnTheWay() {
      clock.after(Duration.ofSeconds(1), () -> set("child", 1));

      clock.advance(Duration.ofSeconds(3));

      assertThat(fired).containsExactly("child@2");
    }

    private void set(String name, int seconds) {
      clock.after(
          Duration.ofSeconds(seconds), () -> fired.add(name + "@" + clock.now().getEpochSecond()));
    }
  }

  @Test
  void idsNeverRepeatAndHoldNoDot() {
    Ids ids = new Ids(42);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      String id = ids.next("i");
      assertThat(seen.add(id)).isTrue();
    }
    assertThat(seen).allMatch(id -> id.matches("i[0-9a-f]{8}"));
    assertThat(new Ids(42).next("i")).isEqualTo(new Ids(42).next("i"));
  }

  @Test
  void theJournalKeepsTheNewest() {
    Journal journal = new Journal(2, () -> Instant.EPOCH);
    for (int i = 0; i < 3; i++) {
      journal.begin(Journal.ConnectedClient.CONTROL, Journal.EntryKind.CONTROL, "reset", "m" + i);
    }

    assertThat(journal.entries()).extracting(Journal.Entry::text).containsExactly("m1", "m2");
  }
}
