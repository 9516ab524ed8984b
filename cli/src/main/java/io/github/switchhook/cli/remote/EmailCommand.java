package io.github.switchhook.cli.remote;

import picocli.CommandLine.Command;

/** {@code switchhook email}: lets a customer write an email. */
@Command(
    name = "email",
    mixinStandardHelpOptions = true,
    description = "Let a customer write an email to an agent or a queue of a running switch.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook email --to alice                  on the email channel that she has added",
      "  switchhook email --to service --data 'subject=My invoice'"
    })
public final class EmailCommand extends ContactCommand {
  /** Called by picocli, which creates the command and sets its options. */
  public EmailCommand() {
    super("customer@example.org");
  }
}
