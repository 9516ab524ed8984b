package io.github.switchhook.conformance.execution;

import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.catalogue.Step;
import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.scenario.ScenarioStep;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import java.util.List;
import java.util.function.Consumer;

/**
 * Plays one scenario file, up to the first divergence. It uses the same context as the step
 * sentences, so that both judge alike. Used by one thread.
 */
public final class ScenarioFileRunner {
  private final ScenarioContext context;
  private final ScenarioFile file;
  private final Preamble preamble;
  private final ActionPerformer performer;

  private ScenarioFileRunner(ScenarioContext context, ScenarioFile file) {
    this.context = context;
    this.file = file;
    this.preamble = new Preamble(context);
    this.performer = new ActionPerformer(context, file);
  }

  /**
   * Plays a scenario and leaves the target as it was found.
   *
   * @param progress gets each step before it is played
   */
  public static ScenarioResult play(
      RunContext run, ScenarioFile file, Consumer<ScenarioStep> progress) {
    List<Step> steps =
        file.steps().stream().map(step -> new Step("*", step.title(), List.of())).toList();
    ScenarioContext context =
        new ScenarioContext(
            run, new Scenario(file.name(), file.path(), file.line(), List.of(), steps));
    String error = null;
    try {
      new ScenarioFileRunner(context, file).play(progress);
    } catch (ScenarioStoppedException stop) {
      // The findings of the scenario say why.
    } catch (RuntimeException e) {
      error = String.valueOf(e.getMessage());
    }
    try {
      context.end();
    } catch (ScenarioStoppedException stop) {
      // The findings say why here too.
    } catch (RuntimeException e) {
      error = error == null ? String.valueOf(e.getMessage()) : error;
    }
    return context.result(error);
  }

  private void play(Consumer<ScenarioStep> progress) {
    context.begin();
    context.needs(file.needs());
    file.agents().forEach((name, start) -> preamble.bring(AgentNames.inSentence(name), start));
    preamble.absorb();
    for (ScenarioStep step : file.steps()) {
      progress.accept(step);
      performer.play(step);
    }
  }
}
