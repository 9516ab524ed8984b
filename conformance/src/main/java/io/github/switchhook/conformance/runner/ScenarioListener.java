package io.github.switchhook.conformance.runner;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;
import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.execution.RunContext;
import io.github.switchhook.conformance.execution.ScenarioContext;
import io.github.switchhook.conformance.execution.ScenarioStoppedException;
import io.github.switchhook.conformance.steps.GlueObjectFactory;
import io.github.switchhook.conformance.verdict.Finding;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Listens to Cucumber: makes the context of each scenario and collects its result. Used by one
 * thread.
 */
final class ScenarioListener implements ConcurrentEventListener {
  private final Catalogue catalogue;
  private final RunContext run;
  private final GlueObjectFactory contexts;
  private final ResultCollector collector;
  private @Nullable ScenarioContext context;
  private @Nullable String error;
  private boolean counted;

  ScenarioListener(
      Catalogue catalogue, RunContext run, GlueObjectFactory contexts, ResultCollector collector) {
    this.catalogue = catalogue;
    this.run = run;
    this.contexts = contexts;
    this.collector = collector;
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestCaseStarted.class, started -> begin(started.getTestCase()));
    publisher.registerHandlerFor(TestStepStarted.class, this::beginStep);
    publisher.registerHandlerFor(TestStepFinished.class, this::note);
    publisher.registerHandlerFor(TestCaseFinished.class, finished -> end());
  }

  /** Returns what the scenario that is being played has found so far. */
  List<Finding> findings() {
    return context == null ? List.of() : context.findings();
  }

  /** Tells whether the last scenario was played to its end in time. */
  boolean counted() {
    return counted;
  }

  private void begin(TestCase testCase) {
    error = null;
    context = null;
    counted = false;
    run.over().ifPresent(collector::stop);
    if (!collector.goesOn()) {
      // Without a context its first step fails at once, and the run is over soon.
      return;
    }
    Scenario scenario =
        catalogue
            .find(testCase.getUri(), testCase.getLocation().getLine())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Cucumber plays a scenario that the catalogue lacks: "
                            + testCase.getUri()
                            + ":"
                            + testCase.getLocation().getLine()));
    context = new ScenarioContext(run, scenario);
    contexts.play(context);
  }

  private void beginStep(TestStepStarted started) {
    ScenarioContext playing = context;
    if (playing != null && started.getTestStep() instanceof PickleStepTestStep sentence) {
      playing.beginStep(sentence.getStep().getKeyword().strip(), sentence.getStep().getText());
    }
  }

  /**
   * Records as an error what ended a step without being a finding: it is the fault of the scenario
   * or of the kit.
   */
  private void note(TestStepFinished finished) {
    Result result = finished.getResult();
    boolean fine =
        result.getStatus() == Status.PASSED
            || result.getStatus() == Status.SKIPPED
            || result.getError() instanceof ScenarioStoppedException;
    if (!fine && error == null) {
      String step =
          finished.getTestStep() instanceof PickleStepTestStep sentence
              ? sentence.getStep().getText()
              : "a hook";
      String why =
          result.getError() == null
              ? result.getStatus().name().toLowerCase(Locale.ROOT)
              : String.valueOf(result.getError());
      error = "\"" + step + "\": " + why;
    }
  }

  private void end() {
    ScenarioContext played = context;
    if (played != null) {
      counted = collector.add(played.result(error));
    }
  }
}
