package io.github.switchhook.conformance.stimulus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.profile.Operations;
import io.github.switchhook.conformance.protocol.Json;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets time pass by waiting, for a target that has real timers and a clock that cannot be moved.
 *
 * @param others what else can be done to the target
 * @param longest how long one scenario may wait
 * @param waiting how it is done
 */
record RealTime(Stimulus others, Duration longest, Sleeper waiting) implements Stimulus {
  /**
   * The time by which timers, and the messages that report them, may be late. It is less than half
   * of the second that a scenario leaves between "not yet" and "now".
   */
  private static final Duration SLACK = Duration.ofMillis(400);

  @Override
  public boolean can(String operation) {
    return operation.equals(Operations.ADVANCE) || others.can(operation);
  }

  @Override
  public boolean heeds(String operation, String argument) {
    return others.heeds(operation, argument);
  }

  @Override
  public Optional<Duration> longestWait() {
    return Optional.of(longest);
  }

  @Override
  public JsonNode perform(String operation, ObjectNode arguments) {
    if (!operation.equals(Operations.ADVANCE)) {
      return others.perform(operation, arguments);
    }
    try {
      waiting.pass(Duration.ofSeconds(arguments.path("seconds").asLong()).plus(SLACK));
      return Json.object();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("waiting was interrupted", e);
    }
  }
}
