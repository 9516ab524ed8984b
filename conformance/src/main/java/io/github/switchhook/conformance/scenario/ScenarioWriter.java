package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.protocol.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes scenarios as {@link ScenarioReader} reads them. */
public final class ScenarioWriter {
  private static final String SCHEMA =
      "# yaml-language-server: $schema=https://switchhook.github.io/schemas/scenario.schema.json\n";

  private final StringBuilder out = new StringBuilder();

  private ScenarioWriter() {}

  /** Returns the YAML of a scenario. */
  public static String write(ScenarioFile scenario) {
    ScenarioWriter writer = new ScenarioWriter();
    writer.file(scenario);
    return writer.out.toString();
  }

  private void file(ScenarioFile scenario) {
    out.append(SCHEMA).append("name: ").append(text(scenario.name())).append('\n');
    if (!scenario.needs().isEmpty()) {
      out.append("needs: [").append(String.join(", ", scenario.needs())).append("]\n");
    }
    out.append("agents:\n");
    scenario
        .agents()
        .forEach(
            (agent, start) ->
                out.append("  ").append(agent).append(": ").append(start.words()).append('\n'));
    if (!scenario.variables().isEmpty()) {
      out.append("variables: ").append(map(scenario.variables())).append('\n');
    }
    out.append(scenario.steps().isEmpty() ? "steps: []\n" : "steps:\n");
    scenario.steps().forEach(this::step);
  }

  private void step(ScenarioStep step) {
    out.append(step.action().accept(new ActionKeys()).text());
    if (!step.sees().isEmpty()) {
      out.append("    sees:\n");
      step.sees().forEach(this::expected);
    }
    if (!step.states().isEmpty()) {
      out.append("    state:\n");
      step.states().stream()
          .collect(Collectors.groupingBy(ScenarioStep.StateCheck::agent))
          .forEach(
              (agent, checks) -> {
                out.append("      ").append(agent).append(":\n");
                checks.forEach(
                    check ->
                        out.append("        ")
                            .append(check.object().words())
                            .append(": {")
                            .append(check.column())
                            .append(": ")
                            .append(text(check.value()))
                            .append("}\n"));
              });
    }
  }

  private void expected(String agent, ExpectedEvents expected) {
    out.append("      ")
        .append(agent)
        .append(':')
        .append(expected.fold(ScenarioWriter::exactly, ScenarioWriter::among));
  }

  private static String exactly(ExpectedEvents.Exactly exactly) {
    return exactly.events().isEmpty()
        ? " nothing\n"
        : "\n" + events("        - ", exactly.events());
  }

  private static String among(ExpectedEvents.Among among) {
    String contains =
        among.contains().isEmpty()
            ? ""
            : "        contains:\n" + events("          - ", among.contains());
    String never =
        among.never().isEmpty() ? "" : "        never:\n" + events("          - ", among.never());
    return "\n" + contains + never;
  }

  private static String events(String indent, List<ExpectedEvent> events) {
    return events.stream()
        .map(event -> indent + text(ProtocolNames.write(event)) + "\n")
        .collect(Collectors.joining());
  }

  static String map(Map<String, String> map) {
    return map.entrySet().stream()
        .map(entry -> text(entry.getKey()) + ": " + text(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** Returns a text plain where YAML reads it back as it is, else in quotes. */
  static String text(String text) {
    return text.matches("[A-Za-z$][\\w .$=/-]*+") && !text.endsWith(" ") && !isWord(text)
        ? text
        : Json.write(Json.object().textNode(text));
  }

  private static boolean isWord(String text) {
    return text.matches("(?i)true|false|null|yes|no|on|off|y|n");
  }
}
