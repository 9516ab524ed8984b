package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.cli.completion.Candidates;
import io.github.switchhook.conformance.verdict.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code switchhook control}: performs any operation of control. */
@Command(
    name = "control",
    mixinStandardHelpOptions = true,
    description = "Perform any control operation on a running switch, as POST /control/… does.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook control faults",
      "  switchhook control capability '{\"name\":\"recording.pause\",\"on\":false}'",
      "",
      "GET /control/openapi.json on the control port describes them all."
    })
public final class ControlCommand extends RemoteQuery {
  @Parameters(
      index = "0",
      paramLabel = "OPERATION",
      description = "Its name.",
      completionCandidates = Candidates.Operations.class)
  private String operation = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "JSON",
      defaultValue = "{}",
      description = "Its arguments, a JSON object (${DEFAULT-VALUE}).")
  private String arguments = "{}";

  @Override
  String operation() {
    if (!operation.matches("[a-z]+")) {
      throw new RemoteControlException(
          ExitCode.USAGE, "OPERATION: expected a name such as reset, got " + operation);
    }
    return operation;
  }

  @Override
  ObjectNode arguments() {
    try {
      if (new ObjectMapper().readTree(arguments) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      // The message below says so.
    }
    throw new RemoteControlException(
        ExitCode.USAGE, "JSON: expected an object in braces, got " + arguments);
  }
}
