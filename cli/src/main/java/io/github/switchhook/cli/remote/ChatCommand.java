package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code switchhook chat}: a customer writes. */
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    description = "Let a customer begin a chat with an agent or a queue of a running switch.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook chat --to alice-chat              the endpoint of a chat channel",
      "  switchhook chat --to sales --from visitor-7  a queue, from somebody else"
    })
public final class ChatCommand extends RemoteCommand {
  @Option(names = "--to", required = true, description = "A chat channel's endpoint, or a queue.")
  private String to = "";

  @Option(
      names = "--from",
      defaultValue = "visitor@example.org",
      description = "The customer's address (${DEFAULT-VALUE}).")
  private String from = "";

  @Override
  String operation() {
    return "chat";
  }

  @Override
  ObjectNode arguments() {
    return RemoteControl.arguments().put("from", from).put("to", to);
  }
}
