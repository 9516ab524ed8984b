package io.github.switchhook.conformance;

import io.cucumber.core.eventbus.RandomUuidGenerator;
import io.cucumber.core.feature.GluePath;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.order.PickleOrder;
import io.cucumber.core.order.StandardPickleOrders;
import io.cucumber.core.runtime.Runtime;
import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.steps.SceneFactory;
import io.github.switchhook.conformance.steps.Stage;
import java.util.Set;

/**
 * Some scenarios, one after the other, on one stage.
 *
 * @param seed 0 for the order of the files, else what shuffles them
 * @param tally counts the results
 * @param messages hears it as Cucumber messages
 */
record Play(
    Catalogue catalogue,
    Stage stage,
    Set<Scenario> scenarios,
    long seed,
    Tally tally,
    MessageStream messages)
    implements Runnable {
  private static final String GLUE = "io.github.switchhook.conformance.steps";

  /** Plays them, as long as the tally goes on. */
  @Override
  public void run() {
    SceneFactory scenes = new SceneFactory();
    Director director = new Director(catalogue, stage, scenes, tally);
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
        .withObjectFactorySupplier(() -> scenes)
        .withUuidGeneratorSupplier(RandomUuidGenerator::new)
        .withAdditionalPlugins(messages.plugins(director, stage.secrets(), tally))
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
