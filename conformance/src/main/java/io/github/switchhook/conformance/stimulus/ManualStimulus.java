package io.github.switchhook.conformance.stimulus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.profile.Operations;
import io.github.switchhook.conformance.profile.StimulusConfig;
import io.github.switchhook.conformance.protocol.Json;

/** Asks a person at the terminal to perform each operation. */
final class ManualStimulus implements Stimulus {
  private final StimulusConfig.ManualConfig config;
  private final Prompt person;

  ManualStimulus(StimulusConfig.ManualConfig config, Prompt person) {
    this.config = config;
    this.person = person;
  }

  @Override
  public boolean can(String operation) {
    return config.operations().contains(operation);
  }

  @Override
  public JsonNode perform(String operation, ObjectNode arguments) {
    boolean reports = operation.equals(Operations.HEARD);
    String line =
        person
            .ask(
                instruction(operation, arguments)
                    + (reports
                        ? ", type them and press Enter: "
                        : ", then press Enter (or type why it cannot be done): "))
            .orElseThrow(() -> new IllegalStateException("no person is at the terminal"))
            .strip();
    if (reports) {
      return Json.object().put("digits", line);
    }
    if (!line.isEmpty()) {
      throw new IllegalStateException("the person says: " + line);
    }
    return Json.object();
  }

  private static String instruction(String operation, ObjectNode arguments) {
    String agent = arguments.path("agent").asText();
    String address = arguments.path("address").asText();
    return switch (operation) {
      case Operations.RESET -> "End every call and log every agent out";
      case Operations.CALL ->
          "Call %s from %s%s"
              .formatted(
                  arguments.path("to").asText(),
                  arguments.path("from").asText(),
                  arguments.has("data") ? ", with the call data " + arguments.get("data") : "");
      case Operations.SEND_DTMF ->
          "Send at %s the digits %s in the call of agent %s"
              .formatted(address, arguments.path("digits").asText(), agent);
      case Operations.ANSWER -> "Answer at %s the call of agent %s".formatted(address, agent);
      case Operations.HANGUP -> "Hang up at %s in the call of agent %s".formatted(address, agent);
      case Operations.BUSY, Operations.REFUSE ->
          "Refuse at %s the call of agent %s".formatted(address, agent);
      case Operations.NO_ANSWER ->
          "Let the call of agent %s to %s end unanswered".formatted(agent, address);
      case Operations.HEARD ->
          "Read the digits that %s heard in the call of agent %s".formatted(address, agent);
      case Operations.ADVANCE -> "Wait %s seconds".formatted(arguments.path("seconds").asText());
      case Operations.CAPABILITY ->
          "Switch %s %s"
              .formatted(
                  arguments.path("name").asText(), arguments.path("on").asBoolean() ? "on" : "off");
      default -> "Do " + operation + " " + Json.write(arguments);
    };
  }
}
