package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.control.Control;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Plays everything over a real WebSocket against the simulator. */
@Timeout(120)
public class SimulatorTest {
  @Test
  void theSimulatorConforms() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
      Target target = Target.standard("the built-in simulator", simulator.uri());

      Report report = Kit.load().run(target, stimulus(simulator.control()), RunOptions.DEFAULT);
      report.write(Path.of("target", "run"));

      CatalogueSize.assertWhole(report);
      assertThat(report.scenarios())
          .as(report.pretty(false))
          .noneMatch(
              result -> result.verdict() == Verdict.ERROR || result.verdict() == Verdict.FAIL);
    }
  }

  public static Stimulus stimulus(Control control) {
    return new Stimulus() {
      @Override
      public boolean can(String operation) {
        return control.can(operation);
      }

      @Override
      public JsonNode perform(String operation, ObjectNode arguments) {
        return control.perform(operation, arguments);
      }
    };
  }
}
