package io.github.switchhook.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.profile.TargetFormatException;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.conformance.stimulus.StimulusFactory;
import io.github.switchhook.fixtures.LawfulVariant;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.engine.ClockKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The target that a command plays against, with its stimulus. Closing it stops the built-in switch,
 * if the target is that.
 */
public record OpenTarget(Target target, Stimulus stimulus, @Nullable Simulator simulator)
    implements AutoCloseable {

  /** Opens the target that a file describes, or the built-in switch where there is no file. */
  public static OpenTarget open(@Nullable Path targetFile, boolean virtualTime, CommandSpec spec)
      throws IOException {
    if (targetFile == null) {
      return builtIn(virtualTime, List.of());
    }
    if (!Files.isReadable(targetFile)) {
      throw new ParameterException(
          spec.commandLine(), "--target: expected a file that can be read, got " + targetFile);
    }
    try {
      return open(Target.load(targetFile));
    } catch (TargetFormatException e) {
      throw new ParameterException(spec.commandLine(), "--target: " + e.getMessage(), e);
    }
  }

  /** Opens the built-in switch, with other choices where the contract leaves them. */
  public static OpenTarget builtIn(boolean virtualTime, List<LawfulVariant> variants)
      throws IOException {
    SimulatorOptions options =
        SimulatorOptions.standard()
            .withClock(virtualTime ? ClockKind.VIRTUAL : ClockKind.REAL, Duration.ZERO);
    Simulator simulator =
        Simulator.start(
            options.withSetup(options.setup().withVariants(VariantOption.of(variants))));
    Stimulus control = new SimulatorStimulus(simulator.control());
    Target target = Target.standard("Switchhook simulator", simulator.uri());
    for (LawfulVariant variant : variants) {
      target = target.withChoices(variant.profile());
    }
    return new OpenTarget(target, virtualTime ? control : new UnmovableClock(control), simulator);
  }

  private static OpenTarget open(Target target) {
    return new OpenTarget(target, StimulusFactory.open(target, ConsolePrompt.person()), null);
  }

  @Override
  public void close() {
    if (simulator != null) {
      simulator.close();
    }
  }

  /** A stimulus without control of time: where time passes by itself it cannot be advanced. */
  private record UnmovableClock(Stimulus stimulus) implements Stimulus {
    @Override
    public boolean can(String operation) {
      return !operation.equals("advance") && stimulus.can(operation);
    }

    @Override
    public JsonNode perform(String operation, ObjectNode arguments) {
      return stimulus.perform(operation, arguments);
    }
  }
}
