package io.github.switchhook.conformance.stimulus;

import io.github.switchhook.conformance.profile.Operations;
import io.github.switchhook.conformance.profile.StimulusConfig;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.wire.Tls;
import java.time.Duration;
import java.util.Optional;

/** Opens the stimulus that a profile names. */
public final class StimulusFactory {
  private StimulusFactory() {}

  /**
   * Returns the stimulus of a target.
   *
   * @param person asks the person at the terminal; empty where there is none, and a manual stimulus
   *     can do nothing
   */
  public static Stimulus open(Target target, Optional<Prompt> person) {
    return open(target, person, Sleeper.SLEEP);
  }

  /**
   * Returns the stimulus of a target, with another way to wait where the target has real timers.
   *
   * @param waiting lets time pass
   */
  public static Stimulus open(Target target, Optional<Prompt> person, Sleeper waiting) {
    Stimulus stimulus = new QueueNames(driven(target, person), target.queues());
    Duration longest = target.timeouts().realTime();
    return longest.isZero() || stimulus.can(Operations.ADVANCE)
        ? stimulus
        : new RealTime(stimulus, longest, waiting);
  }

  private static Stimulus driven(Target target, Optional<Prompt> person) {
    return target
        .stimulus()
        .accept(
            new StimulusConfig.Visitor<>() {
              @Override
              public Stimulus none(StimulusConfig.None none) {
                return Stimulus.none();
              }

              @Override
              public Stimulus http(StimulusConfig.HttpConfig http) {
                return new HttpStimulus(
                    http, new Http(http.timeout(), Tls.context(target.address())));
              }

              @Override
              public Stimulus command(StimulusConfig.CommandConfig command) {
                return command.lines() ? new LinesStimulus(command) : new CommandStimulus(command);
              }

              @Override
              public Stimulus manual(StimulusConfig.ManualConfig manual) {
                return person
                    .<Stimulus>map(asked -> new ManualStimulus(manual, asked))
                    .orElseGet(Stimulus::none);
              }
            });
  }
}
