package io.github.switchhook.cli.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.cli.JsonOption;
import io.github.switchhook.cli.ShutdownSignal;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.profile.TargetFormatException;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.session.ProtocolAnnotator;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.transcript.AgentAttribution;
import io.github.switchhook.conformance.transcript.Redaction;
import io.github.switchhook.conformance.transcript.TranscriptWriter;
import io.github.switchhook.conformance.verdict.ExitCode;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.fixtures.Spelling;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code switchhook record}: runs a proxy that writes all messages to a transcript. */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    description = {
      "Stand between a desktop and a switch, pass every message on, and append it to a transcript"
          + " until Ctrl-C. Each line is on the disk before the next one comes, so that a kill"
          + " loses nothing. Passwords, tokens and the like are blanked. Listens on loopback only;"
          + " text frames only, which is all that the protocol has."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook record --listen 8019 --forward ws://127.0.0.1:8017/agent",
      "  switchhook record --listen 0 --forward wss://cti.example/agent --out t.jsonl",
      "  switchhook record --listen 8019 --forward ws://… --redact ssn",
      "  switchhook record --listen 8019 --target my.yaml    a switch that speaks in its own way",
      "  switchhook record --listen 0 --forward ws://… --format json    for a script: a line of JSON",
      "                                when it listens, another when it has stopped",
      "",
      "Then: switchhook ladder t.jsonl; switchhook convert t.jsonl; switchhook replay t.jsonl"
    })
public final class RecordCommand implements Callable<Integer> {
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

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Upstream upstream;

  /** The target that the messages are passed on to. */
  private static final class Upstream {
    @Option(
        names = "--forward",
        paramLabel = "URL",
        description = "WebSocket of the switch, ws:// or wss://.")
    private @Nullable URI forward;

    @Option(
        names = "--target",
        paramLabel = "FILE",
        description =
            "Profile of the switch, where it has an envelope, a login or names of its own: they are"
                + " passed on as they are, and the transcript has the protocol's.")
    private @Nullable Path target;
  }

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

  @Mixin private final JsonOption format = new JsonOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > MAX_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--listen: expected a number from 0 to 65535, got " + port);
    }
    boolean json = format.isJson();
    Target target = target();
    if (!path.startsWith("/")) {
      throw new ParameterException(
          spec.commandLine(), "--path: expected a path that begins with /, got " + path);
    }
    UnaryOperator<String> redaction =
        keepSecrets ? UnaryOperator.identity() : Redaction.of(more)::redact;
    ShutdownSignal shutdown = new ShutdownSignal();
    PrintWriter to = spec.commandLine().getOut();
    MessageCounter counter = new MessageCounter();
    try (TranscriptWriter writer = new TranscriptWriter(out, shutdown::release);
        RecordingProxy proxy =
            RecordingProxy.start(
                port,
                path,
                target,
                recorder(target, redaction, counter.andThen(writer)),
                this::tell)) {
      to.println(begun(json, proxy.uri(), target.url()));
      to.flush();
      shutdown.await();
    }
    to.println(json ? counter.json(out) : "Stopped. " + out + " has " + counter + " more.");
    to.flush();
    return ExitCode.OK;
  }

  private void tell(String trouble) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("switchhook: " + Escape.line(trouble));
    err.flush();
  }

  private String begun(boolean json, URI listening, URI forward) {
    return json
        ? Json.write(
            Json.object()
                .put("listening", listening.toString())
                .put("forward", Redaction.STANDARD.redact(forward.toString()))
                .put("transcript", out.toString()))
        : "Listening on "
            + listening
            + System.lineSeparator()
            + ("Passing on to "
                + Redaction.STANDARD.redact(forward.toString())
                + ", recording to "
                + out
                + "; Ctrl-C stops it.");
  }

  private static Consumer<WireLine> recorder(
      Target target, UnaryOperator<String> redaction, Consumer<WireLine> writer) {
    ProtocolAnnotator interpreter = new ProtocolAnnotator(target);
    AgentAttribution attribution = new AgentAttribution(redaction, writer);
    return line -> interpreter.read(line).ifPresent(attribution);
  }

  private Target target() {
    try {
      return upstream.target == null
          ? Target.standard("the switch behind the proxy", forward(upstream.forward))
          : Target.load(upstream.target);
    } catch (TargetFormatException e) {
      throw new ParameterException(spec.commandLine(), "--target: " + e.getMessage(), e);
    }
  }

  private URI forward(@Nullable URI url) {
    if (url == null || !("ws".equals(url.getScheme()) || "wss".equals(url.getScheme()))) {
      throw new ParameterException(
          spec.commandLine(),
          "--forward: expected ws:// or wss://, got "
              + Redaction.STANDARD.redact(String.valueOf(url)));
    }
    return url;
  }

  /** Counts what was recorded. Called by one thread at a time. */
  private static final class MessageCounter implements Consumer<WireLine> {
    private final Set<String> agents = new TreeSet<>();
    private int requests;
    private int messages;

    @Override
    public synchronized void accept(WireLine line) {
      if (!line.agent().isEmpty()) {
        agents.add(line.agent());
      }
      requests += line.direction() == WireLine.Direction.OUT ? 1 : 0;
      messages += line.direction() == WireLine.Direction.IN ? 1 : 0;
    }

    synchronized String json(Path transcript) {
      ObjectNode row =
          Json.object()
              .put("transcript", transcript.toString())
              .put("requests", requests)
              .put("messages", messages);
      agents.forEach(row.putArray("agents")::add);
      return Json.write(row);
    }

    @Override
    public synchronized String toString() {
      return Spelling.counted(requests, "request")
          + " and "
          + Spelling.counted(messages, "message")
          + (agents.isEmpty() ? "" : " of " + Escape.line(String.join(", ", agents)));
    }
  }
}
