package io.github.switchhook.conformance.catalogue;

import io.cucumber.core.eventbus.RandomUuidGenerator;
import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.DataTableArgument;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.runtime.FeaturePathFeatureSupplier;
import io.github.switchhook.fixtures.Level;
import io.github.switchhook.fixtures.Register;
import io.github.switchhook.fixtures.Requirement;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The requirements and the scenarios that prove them. Immutable. */
public final class Catalogue {
  private static final String REQUIREMENT_TAG = "@SWH-";

  /** The packaged one, once it was asked for: parsing all features takes a while. */
  private static @Nullable Catalogue packaged;

  private final List<Requirement> requirements;
  private final List<Feature> features;
  private final Map<String, Scenario> scenarios;

  private Catalogue(List<Requirement> requirements, List<Feature> features) {
    this.requirements = List.copyOf(requirements);
    this.features = List.copyOf(features);
    Map<String, Requirement> byId =
        requirements.stream().collect(Collectors.toMap(Requirement::id, Function.identity()));
    Map<String, Scenario> found = new LinkedHashMap<>();
    for (Feature feature : features) {
      for (Pickle pickle : feature.getPickles()) {
        found.put(key(pickle.getUri(), pickle.getLocation().getLine()), scenario(pickle, byId));
      }
    }
    this.scenarios = Collections.unmodifiableMap(found);
  }

  /**
   * Returns the register and the features on the class path, which are read once. Any thread may
   * call it.
   *
   * @throws IllegalStateException if one of them cannot be read or a scenario names an unknown
   *     requirement; the message says where
   */
  public static synchronized Catalogue load() {
    if (packaged == null) {
      packaged = of(Register.load().all(), URI.create("classpath:features"));
    }
    return packaged;
  }

  /**
   * Reads the features under an address, such as {@code classpath:features}, and joins them with
   * the given requirements.
   */
  public static Catalogue of(List<Requirement> requirements, URI features) {
    // Cucumber's incrementing generator serves 255 instances in one process and then throws
    FeatureParser parser = new FeatureParser(new RandomUuidGenerator()::generateId);
    List<Feature> parsed =
        new FeaturePathFeatureSupplier(
                Catalogue.class::getClassLoader, () -> List.of(features), parser)
            .get();
    return new Catalogue(requirements, parsed);
  }

  /** Returns the same scenarios with other levels for some requirements. */
  public Catalogue withLevels(Map<String, Level> levels) {
    return levels.isEmpty()
        ? this
        : new Catalogue(
            requirements.stream()
                .map(
                    requirement ->
                        requirement.withLevel(
                            levels.getOrDefault(requirement.id(), requirement.level())))
                .toList(),
            features);
  }

  /** Returns every requirement in the order of the register. */
  public List<Requirement> requirements() {
    return requirements;
  }

  /** Returns every scenario in the order of the files. */
  public Collection<Scenario> scenarios() {
    return scenarios.values();
  }

  /** Returns the scenarios that carry a requirement's id. */
  public List<Scenario> provedBy(String requirement) {
    return scenarios.values().stream()
        .filter(
            scenario -> scenario.requirements().stream().anyMatch(r -> r.id().equals(requirement)))
        .toList();
  }

  /**
   * Returns all that the tables of events say in a column, such as {@code state}.
   *
   * @param column what heads it
   */
  public Set<String> wordsOf(String column) {
    return scenarios.values().stream()
        .flatMap(scenario -> scenario.steps().stream())
        .map(Step::table)
        .filter(table -> !table.isEmpty() && table.get(0).contains("event"))
        .filter(table -> table.get(0).contains(column))
        .flatMap(table -> table.stream().skip(1).map(row -> row.get(table.get(0).indexOf(column))))
        .filter(word -> word != null && !word.isBlank())
        .collect(Collectors.toSet());
  }

  /** Returns a test of requirement ids: whether these are all the scenarios that carry an id. */
  public Predicate<String> wholly(Set<Scenario> played) {
    return id -> played.containsAll(provedBy(id));
  }

  /**
   * Returns the requirements that any of these words selects: an id, the beginning of one, or a
   * command.
   */
  public List<Requirement> select(List<String> words) {
    return requirements.stream()
        .filter(requirement -> words.stream().anyMatch(word -> selects(word, requirement)))
        .toList();
  }

  /** Returns the scenarios that prove what these words select, in order; without words all. */
  public List<Scenario> scenarios(List<String> words) {
    Set<Requirement> selected = Set.copyOf(select(words));
    return scenarios.values().stream()
        .filter(
            scenario ->
                words.isEmpty() || scenario.requirements().stream().anyMatch(selected::contains))
        .toList();
  }

  /** Returns the scenario that Cucumber knows by address and line. */
  public Optional<Scenario> find(URI uri, int line) {
    return Optional.ofNullable(scenarios.get(key(uri, line)));
  }

  /** Returns the parsed files, for Cucumber to run. */
  public List<Feature> features() {
    return features;
  }

  private static boolean selects(String word, Requirement requirement) {
    return requirement.id().startsWith(word) || word.equals(requirement.command());
  }

  private static Scenario scenario(Pickle pickle, Map<String, Requirement> byId) {
    String feature = path(pickle.getUri());
    int line = pickle.getLocation().getLine();
    List<Requirement> proved = new ArrayList<>();
    for (String tag : pickle.getTags()) {
      if (tag.startsWith(REQUIREMENT_TAG)) {
        Requirement requirement = byId.get(tag.substring(1));
        if (requirement == null) {
          throw new IllegalStateException(
              feature + ":" + line + ": the register has no requirement " + tag.substring(1));
        }
        proved.add(requirement);
      }
    }
    List<Step> steps = pickle.getSteps().stream().map(Catalogue::step).toList();
    return new Scenario(pickle.getName(), feature, line, proved, steps);
  }

  private static Step step(io.cucumber.core.gherkin.Step step) {
    return new Step(
        step.getKeyword().strip(),
        step.getText(),
        step.getArgument() instanceof DataTableArgument table ? table.cells() : List.of());
  }

  private static String path(URI uri) {
    if ("file".equals(uri.getScheme())) {
      return Path.of(uri).toString();
    }
    String text = uri.getSchemeSpecificPart();
    return text.startsWith("/") ? text.substring(1) : text;
  }

  private static String key(URI uri, int line) {
    return uri + ":" + line;
  }
}
