package io.github.switchhook.simulator.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at what comes of a message, and makes one that goes wrong as short as it can be. */
final class Shrinking {
  private static final int MAX_SHOWN = 2000;
  private static final int MAX_TRIES = 5000;

  private Shrinking() {}

  /** Sends a message, and says what is wrong with what comes of it; null where nothing is. */
  static @Nullable String send(FuzzedSwitch fuzzed, Station from, String message, JsonNode before)
      throws JsonProcessingException {
    try {
      fuzzed.send(from, message);
    } catch (Throwable e) {
      return "the switch threw " + e;
    }
    for (Station each : fuzzed.stations) {
      if (each != from && !each.answers.isEmpty()) {
        return "another client got the answer";
      }
    }
    String wrong =
        fuzzed.stations.stream()
            .flatMap(each -> Stream.concat(each.answers.stream(), each.events.stream()))
            .map(Verdict::ofAnything)
            .filter(problem -> problem != null)
            .findFirst()
            .orElse(null);
    boolean changed =
        fuzzed.stations.stream().anyMatch(each -> !each.events.isEmpty())
            || !fuzzed.state().equals(before);
    return wrong != null ? wrong : Verdict.of(message, from.answers, changed);
  }

  /**
   * Returns the message, or where it goes wrong on a new switch too, the shortest part of it that
   * does; with escapes for all that is not ASCII.
   */
  static String shortest(String message) throws JsonProcessingException {
    String shortest = message;
    boolean stateless = goesWrong(message);
    int tries = stateless ? MAX_TRIES : 0;
    for (int cut = message.length() / 2; cut > 0; cut /= 2) {
      for (int at = 0; at + cut <= shortest.length() && tries > 0; tries--) {
        String shorter = shortest.substring(0, at) + shortest.substring(at + cut);
        if (goesWrong(shorter)) {
          shortest = shorter;
        } else {
          at += cut;
        }
      }
    }
    return (stateless ? "shortest: " : "only in that state: ") + shown(shortest);
  }

  private static boolean goesWrong(String message) throws JsonProcessingException {
    FuzzedSwitch fresh = new FuzzedSwitch();
    return send(fresh, fresh.stations.get(0), message, fresh.state()) != null;
  }

  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.chars()
        .limit(MAX_SHOWN)
        .forEach(c -> shown.append(c < ' ' || c > '~' ? "\\u%04x".formatted(c) : (char) c + ""));
    return shown + (text.length() > MAX_SHOWN ? "… (" + text.length() + ")" : "");
  }
}
