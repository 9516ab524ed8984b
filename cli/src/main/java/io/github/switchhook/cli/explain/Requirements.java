package io.github.switchhook.cli.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.cli.completion.Candidates;
import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.catalogue.Step;
import io.github.switchhook.fixtures.Level;
import io.github.switchhook.fixtures.Requirement;
import io.github.switchhook.fixtures.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Some requirements, printed in the three formats. */
record Requirements(Catalogue catalogue, List<Requirement> chosen) {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * Returns the requirements that the words select; all of them where there are none.
   *
   * @throws ParameterException where a word selects nothing
   */
  static List<Requirement> select(Catalogue catalogue, List<String> words, CommandLine line) {
    for (String word : words) {
      if (catalogue.select(List.of(word)).isEmpty()) {
        throw new ParameterException(
            line,
            "expected a requirement id, the beginning of one, or a command, got "
                + word
                + meant(word, new Candidates.RequirementIds())
                + " (switchhook list shows all)");
      }
    }
    return words.isEmpty() ? catalogue.requirements() : catalogue.select(words);
  }

  /** Returns the end of a complaint about an unknown word: the known one that is nearest. */
  static String meant(String word, Iterable<String> known) {
    List<String> words = new ArrayList<>();
    known.forEach(words::add);
    return Spelling.nearest(word, words).map(near -> ", did you mean '" + near + "'?").orElse("");
  }

  String pretty() {
    StringBuilder text = new StringBuilder();
    for (Requirement requirement : chosen) {
      text.append(
          String.format(
              "%-16s %-6s %-1s  %-38s %3d  %s%n",
              requirement.id(),
              requirement.level(),
              requirement.source().mark(),
              requirement.command() == null ? "" : requirement.command(),
              catalogue.provedBy(requirement.id()).size(),
              requirement.sentence()));
    }
    return text.append(totals()).toString();
  }

  String markdown() {
    StringBuilder text =
        new StringBuilder("| id | level | source | command | requirement | scenarios |\n")
            .append("|---|---|---|---|---|---|\n");
    for (Requirement requirement : chosen) {
      text.append(
          String.format(
              "| %s | %s | %s | %s | %s | %d |%n",
              requirement.id(),
              requirement.level(),
              source(requirement),
              requirement.command() == null ? "" : requirement.command(),
              requirement.sentence().replace("|", "\\|"),
              catalogue.provedBy(requirement.id()).size()));
    }
    return text.toString();
  }

  String json() {
    try {
      return MAPPER.writeValueAsString(written((requirement, row) -> {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the register has no JSON", e);
    }
  }

  /**
   * Returns the same, each with the exact events: {@code events: [{sentence, rows: [[cell, …],
   * …]}]}.
   */
  ArrayNode explained() {
    return written(
        (requirement, row) -> {
          ArrayNode tables = row.putArray("events");
          for (Step step : events(catalogue.provedBy(requirement.id()))) {
            ArrayNode rows = tables.addObject().put("sentence", step.text()).putArray("rows");
            step.table().forEach(cells -> cells.forEach(rows.addArray()::add));
          }
        });
  }

  /** Returns the tables of events of the first scenario that has some. */
  static List<Step> events(List<Scenario> scenarios) {
    return scenarios.stream()
        .map(Scenario::eventTables)
        .filter(tables -> !tables.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private ArrayNode written(BiConsumer<Requirement, ObjectNode> more) {
    ArrayNode all = MAPPER.createArrayNode();
    for (Requirement requirement : chosen) {
      ObjectNode one = all.addObject();
      one.put("id", requirement.id())
          .put("level", requirement.level().name())
          .put("source", source(requirement))
          .put("command", requirement.command())
          .put("sentence", requirement.sentence())
          .put("capability", requirement.capability());
      ArrayNode scenarios = one.putArray("scenarios");
      catalogue.provedBy(requirement.id()).stream()
          .map(Requirements::title)
          .forEach(scenarios::add);
      more.accept(requirement, one);
    }
    return all;
  }

  static String source(Requirement requirement) {
    return requirement.source().mark() + ": " + requirement.source().place();
  }

  static String title(Scenario scenario) {
    return scenario.name() + " (" + scenario.place() + ")";
  }

  private String totals() {
    String byLevel =
        Arrays.stream(Level.values())
            .map(level -> chosen.stream().filter(r -> r.level() == level).count() + " " + level)
            .collect(Collectors.joining(", "));
    long scenarios =
        chosen.stream().flatMap(r -> catalogue.provedBy(r.id()).stream()).distinct().count();
    return Spelling.counted(chosen.size(), "requirement")
        + " ("
        + byLevel
        + "), "
        + Spelling.counted(scenarios, "scenario");
  }
}
