package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;

/** {@code switchhook snapshot}: what is up. */
@Command(
    name = "snapshot",
    mixinStandardHelpOptions = true,
    description = "Show the sessions, channels and calls of a running switch as JSON.",
    footerHeading = "%nExample:%n",
    footer = "  switchhook snapshot --json | jq '.sessions[].agent'")
public final class SnapshotCommand extends RemoteCommand {
  @Override
  String operation() {
    return "snapshot";
  }

  @Override
  ObjectNode arguments() {
    return RemoteControl.arguments();
  }
}
