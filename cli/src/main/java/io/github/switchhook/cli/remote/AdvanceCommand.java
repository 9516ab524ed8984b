package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code switchhook advance}: lets virtual time pass. */
@Command(
    name = "advance",
    mixinStandardHelpOptions = true,
    description = "Let time pass on a switch that was started with --clock virtual or auto.",
    footerHeading = "%nExample:%n",
    footer = "  switchhook advance 30    a call that rings for 30 seconds goes to the next agent")
public final class AdvanceCommand extends RemoteCommand {
  @Parameters(paramLabel = "SECONDS", description = "How long.")
  private int seconds;

  @Override
  ObjectNode arguments() {
    return RemoteControl.arguments().put("seconds", seconds);
  }
}
