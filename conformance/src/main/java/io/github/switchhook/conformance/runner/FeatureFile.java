package io.github.switchhook.conformance.runner;

import io.cucumber.core.eventbus.RandomUuidGenerator;
import io.cucumber.core.feature.GluePath;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestStepFinished;
import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.catalogue.Step;
import io.github.switchhook.conformance.scenario.ScenarioFormatException;
import io.github.switchhook.conformance.steps.GlueObjectFactory;
import io.github.switchhook.fixtures.Register;
import io.github.switchhook.fixtures.Spelling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A user's own feature, in the sentences of the kit.
 *
 * @param catalogue its scenarios; tags that name requirements are understood, none is needed
 */
public record FeatureFile(Catalogue catalogue) {
  /**
   * Reads a file and makes sure that the kit knows its sentences.
   *
   * @throws ScenarioFormatException if it is not a feature, or a sentence is unknown; the message
   *     names the line, and the sentence that was probably meant
   */
  public static FeatureFile load(Path file) {
    try {
      Catalogue catalogue = Catalogue.of(Register.load().all(), file.toUri());
      List<String> unknown = unknown(catalogue, file);
      if (!unknown.isEmpty()) {
        throw new ScenarioFormatException(String.join("\n", unknown));
      }
      if (catalogue.scenarios().isEmpty()) {
        throw new ScenarioFormatException(file + ": expected a scenario, found none");
      }
      return new FeatureFile(catalogue);
    } catch (FeatureParserException e) {
      String why =
          String.valueOf(e.getMessage()).lines().skip(1).reduce((a, b) -> a + "\n" + b).orElse("");
      throw new ScenarioFormatException(file + " " + why);
    } catch (IllegalStateException e) {
      throw new ScenarioFormatException(String.valueOf(e.getMessage()));
    }
  }

  /** Lets Cucumber walk through the feature without playing it. */
  private static List<String> unknown(Catalogue catalogue, Path file) {
    List<String> unknown = new ArrayList<>();
    Runtime.builder()
        .withRuntimeOptions(
            new RuntimeOptionsBuilder()
                .addGlue(GluePath.parse(GlueObjectFactory.class.getPackageName()))
                .setThreads(1)
                .setDryRun(true)
                .build())
        .withFeatureSupplier(catalogue::features)
        .withObjectFactorySupplier(GlueObjectFactory::new)
        .withUuidGeneratorSupplier(RandomUuidGenerator::new)
        .withAdditionalPlugins(
            (ConcurrentEventListener)
                publisher ->
                    publisher.registerHandlerFor(
                        TestStepFinished.class,
                        finished -> {
                          if (finished.getResult().getStatus() == Status.UNDEFINED
                              && finished.getTestStep() instanceof PickleStepTestStep step) {
                            unknown.add(
                                file
                                    + ":"
                                    + step.getStep().getLine()
                                    + ": "
                                    + unknown(step.getStep().getText()));
                          }
                        }))
        .build()
        .run();
    return unknown;
  }

  private static String unknown(String sentence) {
    Set<String> known = new LinkedHashSet<>();
    for (Scenario scenario : Catalogue.load().scenarios()) {
      scenario.steps().stream().map(Step::text).forEach(known::add);
    }
    return "unknown sentence '" + sentence + "'" + Spelling.suggestion(sentence, known);
  }
}
