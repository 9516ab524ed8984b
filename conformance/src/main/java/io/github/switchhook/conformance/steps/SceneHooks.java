package io.github.switchhook.conformance.steps;

import io.cucumber.java.After;
import io.cucumber.java.Before;

/** What Cucumber does before the first and after the last sentence of a scenario. */
public final class SceneHooks {
  private final Scene scene;

  /** Opens and ends one scene. */
  public SceneHooks(Scene scene) {
    this.scene = scene;
  }

  @Before
  public void begin() {
    scene.begin();
  }

  @After
  public void end() {
    scene.end();
  }
}
