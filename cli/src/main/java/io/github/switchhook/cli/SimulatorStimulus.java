package io.github.switchhook.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.simulator.control.Control;

/** The kit's stimulus for the built-in switch, which steers it through {@link Control}. */
record SimulatorStimulus(Control control) implements Stimulus {
  @Override
  public boolean can(String operation) {
    return control.can(operation);
  }

  @Override
  public JsonNode perform(String operation, ObjectNode arguments) {
    return control.perform(operation, arguments);
  }
}
