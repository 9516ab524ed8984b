package io.github.switchhook.features;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.ParseError;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One feature file as Gherkin understands it.
 *
 * @param path folder and file name, such as {@code channel/channel.dial.feature}
 * @param title the text behind {@code Feature:}, empty where the file cannot be read
 * @param description the lines below it, empty where there are none
 * @param names the names of the scenarios as written, before the examples are put in
 * @param pickles the scenarios that a run executes, one per row of examples
 * @param errors what Gherkin says against the file
 */
record FeatureFile(
    String path,
    String title,
    String description,
    List<String> names,
    List<Pickle> pickles,
    List<String> errors) {

  /** The folders whose files are about several commands. */
  static final Set<String> OF_NO_COMMAND = Set.of("protocol", "calls");

  static FeatureFile parse(String path, String text) {
    List<Envelope> envelopes =
        GherkinParser.builder()
            .includeSource(false)
            .build()
            .parse(path, text.getBytes(StandardCharsets.UTF_8))
            .toList();
    Optional<Feature> feature =
        envelopes.stream()
            .flatMap(e -> e.getGherkinDocument().stream())
            .map(GherkinDocument::getFeature)
            .flatMap(Optional::stream)
            .findFirst();
    return new FeatureFile(
        path,
        feature.map(Feature::getName).orElse(""),
        feature.map(Feature::getDescription).orElse(""),
        feature.stream()
            .flatMap(f -> f.getChildren().stream())
            .map(FeatureChild::getScenario)
            .flatMap(Optional::stream)
            .map(Scenario::getName)
            .toList(),
        envelopes.stream().flatMap(e -> e.getPickle().stream()).toList(),
        envelopes.stream()
            .flatMap(e -> e.getParseError().stream())
            .map(ParseError::getMessage)
            .toList());
  }

  /** Returns the folder, which is the kind of object. */
  String folder() {
    return path.substring(0, Math.max(0, path.indexOf('/')));
  }

  /** Returns the file name without {@code .feature}, which is the command. */
  String command() {
    return path.substring(path.indexOf('/') + 1).replaceFirst("\\.feature$", "");
  }
}
