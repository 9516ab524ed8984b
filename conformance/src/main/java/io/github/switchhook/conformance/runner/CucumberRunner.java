package io.github.switchhook.conformance.runner;

import io.cucumber.core.eventbus.RandomUuidGenerator;
import io.cucumber.core.feature.GluePath;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.order.PickleOrder;
import io.cucumber.core.order.StandardPickleOrders;
import io.cucumber.core.runtime.Runtime;
import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.execution.RunContext;
import io.github.switchhook.conformance.steps.GlueObjectFactory;
import java.util.Set;

/**
 * Runs some scenarios with Cucumber, one after the other, on one worker.
 *
 * @param seed 0 for the order of the files, else what shuffles them
 * @param collector counts the results
 * @param messages hears it as Cucumber messages
 */
public record CucumberRunner(
    Catalogue catalogue,
    RunContext context,
    Set<Scenario> scenarios,
    long seed,
    ResultCollector collector,
    MessagesWriter messages)
    implements Runnable {
  private static final String GLUE = "io.github.switchhook.conformance.steps";

  /** Plays the scenarios until the collector stops the run. */
  @Override
  public void run() {
    GlueObjectFactory contexts = new GlueObjectFactory();
    ScenarioListener listener = new ScenarioListener(catalogue, context, contexts, collector);
    PickleOrder order =
        seed == 0 ? StandardPickleOrders.lexicalUriOrder() : StandardPickleOrders.random(seed);
    Runtime.builder()
        .withRuntimeOptions(
            new RuntimeOptionsBuilder()
                .addGlue(GluePath.parse(GLUE))
                .setThreads(1)
                .setPickleOrder(
                    pickles -> order.orderPickles(pickles).stream().filter(this::isPlayed).toList())
                .build())
        .withFeatureSupplier(catalogue::features)
        .withObjectFactorySupplier(() -> contexts)
        .withUuidGeneratorSupplier(RandomUuidGenerator::new)
        .withAdditionalPlugins(messages.plugins(listener, context.secrets(), collector))
        .build()
        .run();
  }

  private boolean isPlayed(Pickle pickle) {
    return catalogue
        .find(pickle.getUri(), pickle.getLocation().getLine())
        .filter(scenarios::contains)
        .isPresent();
  }
}
