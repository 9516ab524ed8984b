package io.github.switchhook.cli.remote;

import picocli.CommandLine.Command;

/** {@code switchhook snapshot}: reports the sessions, channels and queues. */
@Command(
    name = "snapshot",
    mixinStandardHelpOptions = true,
    description =
        "Show the sessions, channels, calls and waiting customers of a running switch as JSON.",
    footerHeading = "%nExample:%n",
    footer = "  switchhook snapshot --format json | jq '.sessions[].agent'")
public final class SnapshotCommand extends RemoteQuery {}
