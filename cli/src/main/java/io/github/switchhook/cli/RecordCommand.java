package io.github.switchhook.cli;

import io.github.switchhook.conformance.transcript.Attribution;
import io.github.switchhook.conformance.transcript.Redaction;
import io.github.switchhook.conformance.transcript.TranscriptWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code switchhook record}: a proxy that writes down what is said. */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    description = {
      "Stand between a desktop and a switch, pass every message on, and append it to a transcript"
          + " until Ctrl-C. Each line is on the disk before the next one comes, so that a kill loses"
          + " nothing. Passwords, tokens and the like are blanked. Listens on loopback only; text"
          + " frames only, which is all that the protocol has."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook record --listen 8019 --forward ws://127.0.0.1:8017/agent",
      "  switchhook record --listen 0 --forward wss://cti.example/agent --out t.jsonl",
      "  switchhook record --listen 8019 --forward ws://… --redact ssn",
      "",
      "Then: switchhook ladder t.jsonl; switchhook convert t.jsonl; switchhook replay t.jsonl"
    })
final class RecordCommand implements Callable<Integer> {
  private static final int MAX_PORT = 65_535;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--listen",
      required = true,
      paramLabel = "PORT",
      description = "Port for the desktop, on loopback; 0 for any free one.")
  private int port;

  @Option(
      names = "--forward",
      required = true,
      paramLabel = "URL",
      description = "WebSocket of the switch, ws:// or wss://.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private URI forward;

  @Option(
      names = "--path",
      defaultValue = "/agent",
      description = "Path that the desktop connects to (${DEFAULT-VALUE}).")
  private String path = "/agent";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "transcript.jsonl",
      description = "Transcript to append to (${DEFAULT-VALUE}).")
  private Path out = Path.of("transcript.jsonl");

  @Option(
      names = "--redact",
      paramLabel = "KEY",
      description = "Blank the values of this key too; may be repeated.")
  private List<String> more = List.of();

  @Option(names = "--keep-secrets", description = "Blank nothing.")
  private boolean keepSecrets;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > MAX_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--listen: expected a number from 0 to 65535, got " + port);
    }
    if (!"ws".equals(forward.getScheme()) && !"wss".equals(forward.getScheme())) {
      throw new ParameterException(
          spec.commandLine(), "--forward: expected ws:// or wss://, got " + forward);
    }
    if (!path.startsWith("/")) {
      throw new ParameterException(
          spec.commandLine(), "--path: expected a path that begins with /, got " + path);
    }
    UnaryOperator<String> redaction =
        keepSecrets ? UnaryOperator.identity() : Redaction.of(more)::redact;
    Interrupt interrupt = new Interrupt();
    PrintWriter to = spec.commandLine().getOut();
    try (TranscriptWriter writer = new TranscriptWriter(out);
        RecordingProxy proxy =
            RecordingProxy.start(port, path, forward, new Attribution(redaction, writer))) {
      to.println("Listening on " + proxy.uri());
      to.println("Passing on to " + forward + ", recording to " + out + "; Ctrl-C stops it.");
      to.flush();
      interrupt.await();
    }
    to.println("Stopped.");
    to.flush();
    return 0;
  }
}
