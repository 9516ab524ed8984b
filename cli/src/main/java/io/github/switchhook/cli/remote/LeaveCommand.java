package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code switchhook leave}: the customer of a chat or an email leaves. */
@Command(
    name = "leave",
    mixinStandardHelpOptions = true,
    description = {
      "Let the customer of a chat or an email leave a running switch.",
      "(A customer who has called hangs up: switchhook far hangup.)"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook leave --to alice    the chat or email that she has",
      "  switchhook leave --to sales    the customer who has waited in the queue the longest"
    })
public final class LeaveCommand extends RemoteCommand {
  @Option(
      names = "--to",
      required = true,
      description = "The agent's id, the endpoint of the channel, or the queue.")
  private String to = "";

  @Override
  ObjectNode arguments() {
    return RemoteControl.arguments().put("to", to);
  }
}
