package io.github.switchhook.features;

import io.cucumber.messages.types.PickleStep;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Given, then When by When: what was sent is answered, and every When says what follows from it.
 */
final class StepOrder {

  private StepOrder() {}

  /** Returns what is wrong with the order of a scenario's steps. */
  static List<String> problems(List<PickleStep> steps) {
    String letters = steps.stream().map(StepOrder::letter).collect(Collectors.joining());
    if (!letters.contains("Q") && !letters.contains("S")) {
      return List.of("has no When");
    }
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      String problem = problem(letters.substring(0, i), letters.substring(i));
      if (!problem.isEmpty()) {
        problems.add(problem + ": " + steps.get(i).getText());
      }
    }
    return problems;
  }

  /**
   * Judges the first step of the rest by what stands before and behind it; empty if it is well
   * placed.
   */
  private static String problem(String before, String rest) {
    return switch (rest.charAt(0)) {
      case 'G' -> before.matches("G*") ? "" : "has a Given after a When";
      case 'Q' ->
          !rest.matches("Q[RC].*")
              ? "does not say how this is answered"
              : rest.matches("Q(R(T+|N)[AH]*([QS].*)?|C)")
                  ? ""
                  : "does not say which events follow";
      case 'S' -> rest.matches("S(T+|N)[AH]*([QS].*)?") ? "" : "does not say which events follow";
      default -> before.matches("G*") ? "asserts before anything has happened" : "";
    };
  }

  private static String letter(PickleStep step) {
    return Sentences.of(step.getText()).map(sentence -> sentence.letter(step)).orElse("X");
  }
}
