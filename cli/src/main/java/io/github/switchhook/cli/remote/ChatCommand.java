package io.github.switchhook.cli.remote;

import picocli.CommandLine.Command;

/** {@code switchhook chat}: lets a customer begin a chat. */
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    description = "Let a customer begin a chat with an agent or a queue of a running switch.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook chat --to alice                   on the chat channel that she has added",
      "  switchhook chat --to sales --from visitor-7 --data page=/prices"
    })
public final class ChatCommand extends ContactCommand {
  /** Called by picocli, which creates the command and sets its options. */
  public ChatCommand() {
    super("visitor@example.org");
  }
}
