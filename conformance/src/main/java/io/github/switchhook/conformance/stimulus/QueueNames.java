package io.github.switchhook.conformance.stimulus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Calls the queues as the target does.
 *
 * @param named the target's stimulus
 * @param names the target's names, by those of the features
 */
record QueueNames(Stimulus named, Map<String, String> names) implements Stimulus {
  @Override
  public boolean can(String operation) {
    return named.can(operation);
  }

  @Override
  public boolean heeds(String operation, String argument) {
    return named.heeds(operation, argument);
  }

  @Override
  public Optional<Duration> longestWait() {
    return named.longestWait();
  }

  @Override
  public JsonNode perform(String operation, ObjectNode arguments) {
    String name = names.get(arguments.path("to").asText());
    return named.perform(
        operation, name == null ? arguments : arguments.deepCopy().put("to", name));
  }
}
