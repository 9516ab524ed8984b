package io.github.switchhook.simulator.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Thousands of messages, good and bad: each is answered once, in the shape of PROTOCOL sections 1
 * and 6, and what is refused changes nothing. {@code fuzz.messages} and {@code fuzz.seed} say how
 * many and which; the Maven profile {@code fuzz} sends a million.
 */
class SwitchFuzzTest {
  private static final int MESSAGES = Integer.getInteger("fuzz.messages", 20_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_127);

  private final Map<String, Integer> counts = new TreeMap<>();

  @Test
  void everyMessageIsAnsweredOnceAndWhatIsRefusedChangesNothing() throws JsonProcessingException {
    Random chance = new Random(SEED);
    Nasty nasty = new Nasty(chance);
    FuzzedSwitch fuzzed = new FuzzedSwitch();
    MessageMaker maker = new MessageMaker(chance, fuzzed::has);
    JsonNode before = fuzzed.state();

    for (int i = 0; i < MESSAGES; i++) {
      if (chance.nextInt(8) == 0) {
        fuzzed.act(chance, nasty);
        before = fuzzed.state();
      }
      Station from = nasty.one(fuzzed.stations);
      String message = maker.next(from);
      String wrong = send(fuzzed, from, message, before);
      if (wrong != null) {
        fail("seed %d, message %d: %s%n%s", SEED, i, wrong, Shrinking.shortest(message));
      }
      before = fuzzed.state();
    }

    print();
    assertThat(counts).containsKeys("success", "confirm", "malformed-message", "invalid-state");
  }

  private @Nullable String send(FuzzedSwitch fuzzed, Station from, String message, JsonNode before)
      throws JsonProcessingException {
    String wrong = Shrinking.send(fuzzed, from, message, before);
    if (wrong == null) {
      counts.merge(Verdict.kind(from.answers), 1, Integer::sum);
    }
    return wrong;
  }

  @SuppressWarnings("SystemOut") // the count is what somebody runs a million for
  private void print() {
    System.out.printf("fuzz: %,d messages, seed %d: %s%n", MESSAGES, SEED, counts);
  }
}
