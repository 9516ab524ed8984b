package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.text.Escape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes scenarios as a Gherkin feature in the kit's sentences. A feature lists every event of
 * every step; only a scenario that does so can be written as one. A scenario made of a transcript
 * always can.
 */
public final class FeatureWriter {
  private static final Map<String, String> CALLERS =
      Map.of("5559000", "$caller", "5559001", "$otherCaller");

  private static final Pattern VARIABLE = Pattern.compile("\\$([A-Za-z][A-Za-z0-9]*+)(?![.\\w])");

  private final GherkinLines out = new GherkinLines();
  private final ScenarioFile scenario;

  private FeatureWriter(ScenarioFile scenario) {
    this.scenario = scenario;
  }

  /**
   * Returns the text of a feature.
   *
   * @throws ScenarioFormatException if a step cannot be said in a feature; the message says which,
   *     and why
   */
  public static String write(String name, List<ScenarioFile> scenarios) {
    StringBuilder out = new StringBuilder("Feature: " + Escape.line(name.strip()) + "\n");
    for (ScenarioFile scenario : scenarios) {
      FeatureWriter writer = new FeatureWriter(scenario);
      writer.write();
      out.append('\n').append(writer.out);
    }
    return out.toString();
  }

  private void write() {
    out.scenario(scenario.name());
    scenario
        .agents()
        .forEach(
            (agent, start) ->
                out.line("Given", AgentNames.inSentence(agent) + " is " + start.words()));
    for (ScenarioStep step : scenario.steps()) {
      if (!step.states().isEmpty()) {
        throw cannot(step, "it looks at states, a feature looks at events only");
      }
      switch (step.action().accept(new ActionSentences(step, this::filled, out))) {
        case AS_OUTCOME -> sees(step, "Then");
        case AFTER_ANSWER -> sees(step, "And");
        case IF_ANY -> {
          if (step.sees().values().stream().anyMatch(FeatureWriter::isTold)) {
            sees(step, "Then");
          }
        }
      }
      if (out.hides()) {
        throw cannot(step, "it has invisible characters; a scenario file can hold them");
      }
    }
  }

  private void sees(ScenarioStep step, String keyword) {
    for (String agent : scenario.agents().keySet()) {
      if (Optional.ofNullable(step.sees().get(agent)).flatMap(ExpectedEvents::complete).isEmpty()) {
        throw cannot(step, "it does not tell all that " + agent + " sees, and a feature has to");
      }
    }
    String word = keyword;
    if (step.sees().values().stream().noneMatch(FeatureWriter::isTold)) {
      out.line(word, "no event follows");
      return;
    }
    for (Map.Entry<String, ExpectedEvents> entry : step.sees().entrySet()) {
      List<ExpectedEvent> events = entry.getValue().complete().orElse(List.of());
      if (!events.isEmpty()) {
        out.line(word, AgentNames.inSentence(entry.getKey()) + " sees:");
        out.table(rows(events));
        word = "And";
      }
    }
  }

  private static boolean isTold(ExpectedEvents expected) {
    return !expected.complete().equals(Optional.of(List.of()));
  }

  private List<List<String>> rows(List<ExpectedEvent> events) {
    Set<String> columns = new LinkedHashSet<>();
    events.forEach(event -> columns.addAll(event.cells().keySet()));
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("event", "on"));
    head.addAll(columns);
    rows.add(head);
    for (ExpectedEvent event : events) {
      List<String> row = new ArrayList<>(List.of(event.name(), event.on()));
      columns.forEach(
          column ->
              row.add(Optional.ofNullable(event.cells().get(column)).map(this::cell).orElse("")));
      rows.add(row);
    }
    return rows;
  }

  private String cell(String value) {
    String filled = filled(value);
    return CALLERS.getOrDefault(filled, filled);
  }

  /** Replaces variables by their values; Gherkin has none. */
  private String filled(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    scenario.variables().getOrDefault(match.group(1), match.group())));
  }

  static ScenarioFormatException cannot(ScenarioStep step, String why) {
    return new ScenarioFormatException(
        step.place() + ": '" + step.title() + "' cannot be said in a feature: " + why);
  }
}
