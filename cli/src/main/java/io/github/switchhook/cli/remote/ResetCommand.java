package io.github.switchhook.cli.remote;

import picocli.CommandLine.Command;

/** {@code switchhook reset}: brings a switch back to the state in which it started. */
@Command(
    name = "reset",
    mixinStandardHelpOptions = true,
    description = {
      "End all sessions and calls of a running switch, without sending any event.",
      "Its capabilities and the faults that it was started with are restored. Time and the journal"
          + " go on."
    },
    footerHeading = "%nExample:%n",
    footer = "  switchhook reset    before the next test")
public final class ResetCommand extends RemoteCommand {}
