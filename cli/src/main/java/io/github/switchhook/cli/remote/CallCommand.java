package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code switchhook call}: a customer calls. */
@Command(
    name = "call",
    mixinStandardHelpOptions = true,
    description = "Let a customer call an agent or a queue of a running switch.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook call --to 7001",
      "  switchhook call --to sales --from 5559876    a queue, from another number"
    })
public final class CallCommand extends RemoteCommand {
  @Option(names = "--to", required = true, description = "An agent's extension, or a queue.")
  private String to = "";

  @Option(
      names = "--from",
      defaultValue = "5551234",
      description = "The customer's number (${DEFAULT-VALUE}).")
  private String from = "";

  @Override
  String operation() {
    return "call";
  }

  @Override
  ObjectNode arguments() {
    return RemoteControl.arguments().put("from", from).put("to", to);
  }
}
