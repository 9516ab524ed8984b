package io.github.switchhook.conformance.steps;

import io.cucumber.core.backend.ObjectFactory;
import org.jspecify.annotations.Nullable;

/**
 * Gives Cucumber the sentences of the scenario that is being played; nothing is static and nothing
 * is injected by reflection.
 */
public final class SceneFactory implements ObjectFactory {
  private @Nullable Scene scene;
  private @Nullable Sentences sentences;

  /** Sets the scene of the next scenario; called before its first step. */
  public void play(Scene next) {
    scene = next;
    sentences = null;
  }

  @Override
  public void start() {
    // The scene is set when the scenario is known.
  }

  @Override
  public void stop() {
    scene = null;
    sentences = null;
  }

  @Override
  public boolean addClass(Class<?> glueClass) {
    return true;
  }

  @Override
  public <T> T getInstance(Class<T> type) {
    Scene current = scene;
    if (current == null) {
      throw new IllegalStateException("no scenario is being played");
    }
    if (sentences == null) {
      sentences = new Sentences(current);
    }
    return type.cast(sentences);
  }
}
