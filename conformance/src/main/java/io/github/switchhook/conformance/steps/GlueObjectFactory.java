package io.github.switchhook.conformance.steps;

import io.cucumber.core.backend.ObjectFactory;
import io.github.switchhook.conformance.execution.ScenarioContext;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives Cucumber the step definitions of the scenario that is being played; nothing is static and
 * nothing is injected by reflection.
 */
public final class GlueObjectFactory implements ObjectFactory {
  /** Every class of step definitions, with its constructor. */
  private static final Map<Class<?>, Function<ScenarioContext, Object>> GLUE =
      Map.of(
          ScenarioHooks.class, ScenarioHooks::new,
          SituationSteps.class, SituationSteps::new,
          RequestSteps.class, RequestSteps::new,
          StimulusSteps.class, StimulusSteps::new,
          ExpectationSteps.class, ExpectationSteps::new,
          ControlSteps.class, ControlSteps::new);

  private final Map<Class<?>, Object> speakers = new HashMap<>();
  private @Nullable ScenarioContext context;

  /** Sets the context of the next scenario; called before its first step. */
  public void play(ScenarioContext next) {
    context = next;
    speakers.clear();
  }

  @Override
  public void start() {
    // The context is set when the scenario is known.
  }

  @Override
  public void stop() {
    context = null;
    speakers.clear();
  }

  @Override
  public boolean addClass(Class<?> glueClass) {
    return GLUE.containsKey(glueClass);
  }

  @Override
  public <T> T getInstance(Class<T> type) {
    ScenarioContext current = context;
    if (current == null) {
      throw new IllegalStateException("no scenario is being played");
    }
    Function<ScenarioContext, Object> maker = GLUE.get(type);
    if (maker == null) {
      throw new IllegalStateException("no sentences are made as " + type);
    }
    return type.cast(speakers.computeIfAbsent(type, unknown -> maker.apply(current)));
  }
}
