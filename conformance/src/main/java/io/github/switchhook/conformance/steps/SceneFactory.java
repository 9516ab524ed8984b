package io.github.switchhook.conformance.steps;

import io.cucumber.core.backend.ObjectFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives Cucumber the sentences of the scenario that is being played; nothing is static and nothing
 * is injected by reflection.
 */
public final class SceneFactory implements ObjectFactory {
  /** Every class of sentences, with what makes one for a scene. */
  private static final Map<Class<?>, Function<Scene, Object>> GLUE =
      Map.of(
          SceneHooks.class, SceneHooks::new,
          SituationSentences.class, SituationSentences::new,
          RequestSentences.class, RequestSentences::new,
          StimulusSentences.class, StimulusSentences::new,
          ExpectationSentences.class, ExpectationSentences::new,
          ControlSentences.class, ControlSentences::new);

  private final Map<Class<?>, Object> speakers = new HashMap<>();
  private @Nullable Scene scene;

  /** Sets the scene of the next scenario; called before its first step. */
  public void play(Scene next) {
    scene = next;
    speakers.clear();
  }

  @Override
  public void start() {
    // The scene is set when the scenario is known.
  }

  @Override
  public void stop() {
    scene = null;
    speakers.clear();
  }

  @Override
  public boolean addClass(Class<?> glueClass) {
    return GLUE.containsKey(glueClass);
  }

  @Override
  public <T> T getInstance(Class<T> type) {
    Scene current = scene;
    if (current == null) {
      throw new IllegalStateException("no scenario is being played");
    }
    Function<Scene, Object> maker = GLUE.get(type);
    if (maker == null) {
      throw new IllegalStateException("no sentences are made as " + type);
    }
    return type.cast(speakers.computeIfAbsent(type, unknown -> maker.apply(current)));
  }
}
