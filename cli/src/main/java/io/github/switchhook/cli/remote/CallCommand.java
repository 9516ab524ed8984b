package io.github.switchhook.cli.remote;

import picocli.CommandLine.Command;

/** {@code switchhook call}: lets a customer call an agent or a queue. */
@Command(
    name = "call",
    mixinStandardHelpOptions = true,
    description = "Let a customer call an agent or a queue of a running switch.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook call --to 7001                    alice, who is at that extension",
      "  switchhook call --to sales --from 5559876    a queue, from another number",
      "  switchhook call --to alice --data account=4711 --data language=en"
    })
public final class CallCommand extends ContactCommand {
  /** Called by picocli, which creates the command and sets its options. */
  public CallCommand() {
    super("5551234");
  }
}
