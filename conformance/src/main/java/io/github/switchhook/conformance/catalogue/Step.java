package io.github.switchhook.conformance.catalogue;

import java.util.List;

/**
 * One sentence of a scenario.
 *
 * @param keyword Given, When, Then or And, without blanks
 * @param text the sentence
 * @param table its table row by row, the header first; empty if it has none
 */
public record Step(String keyword, String text, List<List<String>> table) {
  public Step {
    table = table.stream().map(List::copyOf).toList();
  }
}
