package io.github.switchhook.cli.serve;

import io.github.switchhook.cli.DurationConverter;
import io.github.switchhook.cli.SizeConverter;
import io.github.switchhook.simulator.transport.ConnectionLimits;
import io.github.switchhook.simulator.transport.Loopback;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The limits of each client of {@code serve}, and the hosts that may connect. */
final class LimitOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--max-message",
      paramLabel = "BYTES",
      defaultValue = "256k",
      converter = SizeConverter.class,
      description = "A longer message closes its connection with 1009 (${DEFAULT-VALUE}).")
  private int messageBytes;

  @Option(
      names = "--max-unread",
      paramLabel = "BYTES",
      defaultValue = "8m",
      converter = SizeConverter.class,
      description =
          "A client for which more waits to be read is cut off, and the journal says so"
              + " (${DEFAULT-VALUE}).")
  private int unreadBytes;

  @Option(
      names = "--max-unread-messages",
      paramLabel = "COUNT",
      defaultValue = "20000",
      description = "The same in messages (${DEFAULT-VALUE}).")
  private int unreadMessages;

  @Option(
      names = "--max-unread-time",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = DurationConverter.class,
      description =
          "The same for a client that leaves something unread so long (${DEFAULT-VALUE}).")
  private Duration unreadTime = Duration.ZERO;

  @Option(
      names = "--ping",
      paramLabel = "TIME",
      defaultValue = "45s",
      converter = DurationConverter.OrNone.class,
      description =
          "Ping a client that has been silent so long, so that proxies keep it; one that answers"
              + " none of three is cut off; 0 for no pings (${DEFAULT-VALUE}).")
  private Duration ping = Duration.ZERO;

  @Option(
      names = "--idle-timeout",
      paramLabel = "TIME",
      defaultValue = "0",
      converter = DurationConverter.OrNone.class,
      description =
          "Close a client that has sent no message for so long, with 1001; 0 for never"
              + " (${DEFAULT-VALUE}).")
  private Duration idle = Duration.ZERO;

  @Option(
      names = "--allow-host",
      paramLabel = "NAME",
      description =
          "Let in clients and pages that call this machine by that name; localhost, loopback"
              + " addresses and the address listened on always may.")
  private List<String> allowedHosts = List.of();

  ConnectionLimits limits() {
    try {
      return new ConnectionLimits(
          messageBytes, unreadBytes, unreadMessages, unreadTime, ping, idle);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  Set<String> allowedHosts() {
    try {
      Loopback.and(InetAddress.getLoopbackAddress(), allowedHosts);
      return Set.copyOf(allowedHosts);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--allow-host: " + e.getMessage(), e);
    }
  }
}
