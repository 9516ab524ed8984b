package io.github.switchhook.conformance.diagnosis;

import io.github.switchhook.conformance.profile.Operations;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.fixtures.MagicNumber;
import io.github.switchhook.fixtures.MagicNumbers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The doctor's checks of what is beside the protocol: stimulus, time, numbers. */
record EnvironmentChecks(Target target, Stimulus stimulus, Checks checks) {
  /** Notes what is there and what the lack of the rest costs. */
  void look() {
    TreeSet<String> can =
        List.of(
                Operations.CALL,
                Operations.ANSWER,
                Operations.HANGUP,
                Operations.HEARD,
                Operations.DISPOSITIONS,
                Operations.CAPABILITY)
            .stream()
            .filter(stimulus::can)
            .collect(Collectors.toCollection(TreeSet::new));
    if (can.isEmpty()) {
      checks.note("stimulus", "none", "without stimulus, nothing that others do is judged");
    } else {
      checks.ok("stimulus", String.join(", ", can));
    }
    if (stimulus.can(Operations.RESET)) {
      reset();
    }
    time();
    String missing =
        MagicNumbers.load().stream()
            .map(MagicNumber::role)
            .distinct()
            .filter(role -> !target.numbers().containsKey(role))
            .collect(Collectors.joining(", "));
    if (missing.isEmpty()) {
      checks.ok("numbers", "one for each role");
    } else {
      checks.note("numbers", "none for " + missing, "scenarios that dial them are not supported");
    }
  }

  private void reset() {
    try {
      stimulus.perform(Operations.RESET, Json.object());
      checks.ok("reset", "works");
    } catch (RuntimeException e) {
      checks.failed("reset", String.valueOf(e.getMessage()), "look at stimulus");
    }
  }

  private void time() {
    Optional<Duration> longest = stimulus.longestWait();
    if (longest.isPresent()) {
      checks.ok("time", "waited for, up to " + longest.get().toSeconds() + " s in a scenario");
    } else if (stimulus.can(Operations.ADVANCE)) {
      checks.ok("time", "the kit can let it pass");
    } else {
      checks.note(
          "time",
          "passes by itself only",
          "timers are not judged; the stimulus advance moves a clock, timeouts:"
              + " {realTimeSeconds: 30} waits");
    }
  }
}
