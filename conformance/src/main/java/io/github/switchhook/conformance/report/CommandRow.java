package io.github.switchhook.conformance.report;

import io.github.switchhook.conformance.verdict.RunVerdict;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The verdicts of one command's scenarios, as one line of a table.
 *
 * @param command the feature file's name
 * @param verdict the one that wins among its scenarios
 * @param totals how many scenarios ended with each verdict
 */
record CommandRow(String command, Verdict verdict, Map<Verdict, Integer> totals) {
  static List<CommandRow> of(List<ScenarioResult> scenarios) {
    Map<String, List<Verdict>> byCommand =
        scenarios.stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.scenario().command(),
                    LinkedHashMap::new,
                    Collectors.mapping(ScenarioResult::verdict, Collectors.toList())));
    return byCommand.entrySet().stream()
        .map(
            entry ->
                new CommandRow(
                    entry.getKey(),
                    Verdict.worst(entry.getValue(), Verdict.PASS),
                    RunVerdict.totals(entry.getValue())))
        .toList();
  }

  /** Returns how many hold: what is waived without need holds too. */
  static int passing(Map<Verdict, Integer> totals) {
    return totals.getOrDefault(Verdict.PASS, 0) + totals.getOrDefault(Verdict.XPASS, 0);
  }

  /** Returns the counts that are not of passes, heaviest last, such as {@code 1 warn, 2 fail}. */
  static String others(Map<Verdict, Integer> totals) {
    return totals.entrySet().stream()
        .filter(entry -> entry.getKey() != Verdict.PASS)
        .map(entry -> entry.getValue() + " " + words(entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  static String words(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
