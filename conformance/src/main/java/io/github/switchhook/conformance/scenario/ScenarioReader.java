package io.github.switchhook.conformance.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.github.switchhook.conformance.protocol.Capabilities;
import io.github.switchhook.conformance.scenario.YamlNode.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads scenario files. Their form is the schema {@code scenario.schema.json}; the messages of
 * {@link ScenarioFormatException} name the line.
 */
public final class ScenarioReader {
  private static final List<String> KEYS =
      List.of("name", "description", "needs", "agents", "variables", "data", "steps");
  private static final Set<String> CAPABILITIES = Set.copyOf(Capabilities.ALL);
  private static final int MAX_DEPTH = 8;

  private final ScenarioSource folder;

  private ScenarioReader(ScenarioSource folder) {
    this.folder = folder;
  }

  /** Reads a file of the disk; what it includes is named from where it lies. */
  public static List<ScenarioFile> load(Path file) {
    ScenarioSource folder =
        ScenarioSource.of(file.getParent() == null ? Path.of("") : file.getParent());
    return load(folder, String.valueOf(file.getFileName()));
  }

  /** Reads the scenario files that are packaged with the kit. */
  public static List<ScenarioFile> library() {
    return ScenarioSource.libraryFiles().stream()
        .flatMap(name -> load(ScenarioSource.library(), name).stream())
        .toList();
  }

  /** Reads one file; it gives one scenario, or one for each row of its data. */
  public static List<ScenarioFile> load(ScenarioSource folder, String name) {
    return new ScenarioReader(folder).read(name);
  }

  private List<ScenarioFile> read(String name) {
    YamlNode root = YamlNode.parse(folder.label(name), text(name, null));
    Fields file = root.fields("a scenario", KEYS);
    String title = file.required("name").text();
    Set<String> needs = file.find("needs").map(ScenarioReader::needs).orElse(Set.of());
    Map<String, AgentStage> agents = new LinkedHashMap<>();
    file.required("agents")
        .entries()
        .forEach(
            (agent, start) ->
                agents.put(
                    StepReader.agent(agent, start),
                    StepReader.worded(start, "start", AgentStage.values())));
    Map<String, String> variables = file.find("variables").map(StepReader::texts).orElse(Map.of());
    List<ScenarioStep> steps = steps(file.required("steps"), 0);
    if (steps.isEmpty()) {
      throw file.required("steps").refuse("expected at least one step, found none");
    }
    ScenarioFile scenario =
        new ScenarioFile(
            title,
            folder.label(name),
            file.required("steps").line(),
            needs,
            agents,
            variables,
            steps);
    List<ScenarioFile> scenarios =
        file.find("data").map(data -> rows(scenario, data)).orElse(List.of(scenario));
    scenarios.forEach(ScenarioValidator::check);
    return scenarios;
  }

  private List<ScenarioFile> rows(ScenarioFile scenario, YamlNode data) {
    List<Map<String, String>> rows =
        data.isList() ? data.items().stream().map(StepReader::texts).toList() : csv(data);
    if (rows.isEmpty()) {
      throw data.refuse("expected at least one row of data, found none");
    }
    List<ScenarioFile> scenarios = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      Map<String, String> variables = new LinkedHashMap<>(scenario.variables());
      variables.putAll(rows.get(row));
      String values =
          rows.get(row).entrySet().stream()
              .map(cell -> cell.getKey() + "=" + cell.getValue())
              .collect(Collectors.joining(", "));
      scenarios.add(
          new ScenarioFile(
              scenario.name() + " [" + values + "]",
              scenario.path(),
              row + 1,
              scenario.needs(),
              scenario.agents(),
              variables,
              scenario.steps()));
    }
    return scenarios;
  }

  private List<Map<String, String>> csv(YamlNode data) {
    String text = text(data.text(), data);
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .with(CsvParser.Feature.TRIM_SPACES)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES)
            .readValues(text)) {
      return rows.readAll();
    } catch (JsonProcessingException e) {
      throw new ScenarioFormatException(
          folder.label(data.text())
              + ":"
              + e.getLocation().getLineNr()
              + ": "
              + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(folder.label(data.text()) + " cannot be read", e);
    }
  }

  private List<ScenarioStep> steps(YamlNode node, int depth) {
    List<ScenarioStep> steps = new ArrayList<>();
    for (YamlNode item : node.items()) {
      if (item.entries().containsKey("include")) {
        YamlNode name = item.fields("an include", List.of("include")).required("include");
        if (depth == MAX_DEPTH) {
          throw name.refuse("files include each other more than " + MAX_DEPTH + " deep");
        }
        YamlNode included = YamlNode.parse(folder.label(name.text()), text(name.text(), name));
        steps.addAll(steps(included.fields("an included file", KEYS).required("steps"), depth + 1));
      } else {
        steps.add(new StepReader(item).read());
      }
    }
    return steps;
  }

  private String text(String name, @Nullable YamlNode from) {
    try {
      return folder.read(name);
    } catch (NoSuchFileException e) {
      String problem = folder.label(name) + ": no such file";
      throw from == null ? new ScenarioFormatException(problem) : from.refuse(problem);
    } catch (IOException e) {
      throw new UncheckedIOException(folder.label(name) + " cannot be read", e);
    }
  }

  private static Set<String> needs(YamlNode node) {
    return node.items().stream()
        .map(
            item -> {
              if (!CAPABILITIES.contains(item.text())) {
                throw item.unknown("capability", item.text(), CAPABILITIES);
              }
              return item.text();
            })
        .collect(Collectors.toSet());
  }
}
