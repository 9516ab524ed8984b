package io.github.switchhook.cli;

import io.github.switchhook.conformance.session.Limits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** {@code --timeout}, {@code --scenario-timeout}: how long a target may keep a run busy. */
public final class TimeLimitOptions {
  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "30m",
      converter = DurationConverter.class,
      description =
          "How long everything may take, such as 90s, 5m or 2h (${DEFAULT-VALUE}). Then the run"
              + " ends with what was played, and with 1.")
  private Duration run = Limits.DEFAULT.run();

  @Option(
      names = "--scenario-timeout",
      paramLabel = "DURATION",
      defaultValue = "60s",
      converter = DurationConverter.class,
      description =
          "How long one scenario may take (${DEFAULT-VALUE}), without the time that it waits for on"
              + " purpose and that stimuli take. It is inconclusive then.")
  private Duration scenario = Limits.DEFAULT.scenario();

  public Limits limits() {
    return new Limits(run, scenario);
  }
}
