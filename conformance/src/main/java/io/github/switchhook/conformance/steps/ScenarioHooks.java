package io.github.switchhook.conformance.steps;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.github.switchhook.conformance.execution.ScenarioContext;

/** The hooks that Cucumber calls before the first and after the last step of a scenario. */
public final class ScenarioHooks {
  private final ScenarioContext context;

  /** Opens and ends one scenario. */
  public ScenarioHooks(ScenarioContext context) {
    this.context = context;
  }

  @Before
  public void begin() {
    context.begin();
  }

  @After
  public void end() {
    context.end();
  }
}
