package io.github.switchhook.simulator.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.WebSocketAgent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

  private static final int OVER_A_SOCKET = 1000;
  private static final int MAX_BYTES = 256 * 1024;
  private static final String LAST = "[\"that was all\"]";

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

  /** Sends the messages over a real connection, as far as their text can be sent at all. */
  @Test
  void soIsEveryOneOverAWebSocket() throws IOException {
    Random chance = new Random(SEED);
    MessageMaker maker = new MessageMaker(chance, target -> false);
    Station station = new Station("alice");
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
      WebSocketAgent caller = WebSocketAgent.connect(simulator.uri());
      for (int i = 0; i < OVER_A_SOCKET; i++) {
        String message = maker.next(station);
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(message)
            || message.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
          continue;
        }
        caller.sendText(message);
        List<String> answers = new ArrayList<>();
        // What is behind the answer to the message after it would be the answer to another one.
        caller.sendText(LAST);
        for (String next = caller.nextText(); !next.contains(LAST); next = caller.nextText()) {
          if (!next.startsWith("{\"name\"")) {
            answers.add(next);
          }
        }
        assertThat(Verdict.of(message, answers, false)).as("%s", message).isNull();
      }
    }
  }

  private @Nullable String send(FuzzedSwitch fuzzed, Station from, String message, JsonNode before)
      throws JsonProcessingException {
    String wrong = Shrinking.send(fuzzed, from, message, before);
    if (wrong == null) {
      counts.merge(Verdict.kind(from.answers), 1, Integer::sum);
    }
    return wrong;
  }

  @SuppressWarnings("SystemOut") // the count is the purpose of a long run
  private void print() {
    System.out.printf("fuzz: %,d messages, seed %d: %s%n", MESSAGES, SEED, counts);
  }
}
