package io.github.switchhook.cli.serve;

import io.github.switchhook.cli.ShutdownSignal;
import io.github.switchhook.cli.SpeedOption;
import io.github.switchhook.cli.VariantOption;
import io.github.switchhook.cli.completion.Candidates;
import io.github.switchhook.cli.remote.ControlEndpointFile;
import io.github.switchhook.cli.remote.TokenOption;
import io.github.switchhook.conformance.verdict.ExitCode;
import io.github.switchhook.simulator.ControlPort;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.agent.AgentAccount;
import io.github.switchhook.simulator.agent.Platform;
import io.github.switchhook.simulator.agent.SwitchSetup;
import io.github.switchhook.simulator.engine.ClockKind;
import io.github.switchhook.simulator.fault.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code switchhook serve}: runs a switch to develop desktops against. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Run the simulated switch until Ctrl-C, for a desktop to be developed against.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook serve",
      "  switchhook serve --port 0              any free port; the first line says which",
      "  switchhook serve --path /cti/agent     where your desktop expects it",
      "  switchhook serve --clock auto          no program has to wait for a timer",
      "  switchhook serve --fault drop:interaction.preview",
      "  switchhook serve --fault close:channel.dial:bob   for one agent; delay::bob for all he gets",
      "  switchhook serve --token-file t.txt    control with a token of yours, such as for scripts",
      "  switchhook serve --transcript t.jsonl  the switch of a recording, ids and all",
      "",
      "While it runs, in another terminal: switchhook call, chat, email, leave, far, dispositions,",
      "agentleg, capability, advance, reset, journal, snapshot, recording, fault and control steer"
          + " it;",
      "they find the switch that you started last by themselves. Its token is --token-file,",
      "$SWITCHHOOK_TOKEN or --token, else a new one for each start, which is printed.",
      "",
      "With --transcript it ends with the recording. Exit codes: 0 all of it was played, 1 a desktop",
      "sent something else, which is shown. It is for the desktop that was recorded, or replay of",
      "the same transcript: verify looks in beforehand by a login that stands in no recording."
    })
public final class ServeCommand implements Callable<Integer> {
  private static final int TOKEN_BYTES = 18;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--port",
      defaultValue = "8017",
      description = "Port to listen on, on loopback only; 0 for any free one (${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--path",
      defaultValue = "/agent",
      description = "Path of the WebSocket (${DEFAULT-VALUE}).")
  private String path = "/agent";

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "The same seed makes the same ids (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--platform",
      defaultValue = "full",
      description =
          "The capabilities of the switch: full; generic: all but InContact; incontact; basic: no"
              + " conference, no pause of recordings, no multimedia (${DEFAULT-VALUE}).",
      completionCandidates = Candidates.Platforms.class)
  private Platform platform = Platform.FULL;

  @Option(
      names = "--clock",
      defaultValue = "real",
      description =
          "real; virtual: time stands still until switchhook advance; auto: it jumps to the next"
              + " timer when nothing comes in, so a call that rings times out at once unless a program"
              + " answers it; people want real, or auto with a long --grace (${DEFAULT-VALUE}).",
      completionCandidates = Candidates.Clocks.class)
  private ClockKind clock = ClockKind.REAL;

  @Option(
      names = "--grace",
      paramLabel = "MILLIS",
      defaultValue = "50",
      description = "How long --clock auto waits for input before time jumps (${DEFAULT-VALUE}).")
  private int grace;

  @Option(
      names = "--fault",
      paramLabel = "KIND[:ON[:AGENT]]",
      description =
          "A fault to begin with, and the command or event and the agent (id or extension) that it"
              + " strikes; see switchhook faults.",
      completionCandidates = Candidates.Faults.class)
  private List<String> faults = List.of();

  @Mixin private final VariantOption variant = new VariantOption();

  @Option(
      names = "--control-port",
      paramLabel = "PORT",
      defaultValue = "8018",
      description = "Port for control over HTTP, on loopback only; 0 for any (${DEFAULT-VALUE}).")
  private int controlPort;

  @Option(names = "--no-control", description = "No control over HTTP.")
  private boolean noControl;

  @Mixin private final TokenOption token = new TokenOption();

  @Option(
      names = "--transcript",
      paramLabel = "FILE",
      description = {
        "Play the switch of this recording instead: each request must be the one that was recorded,"
            + " and gets what was answered then. Targets may have either form; blanked values"
            + " may be any. --speed says when events come."
      })
  private @Nullable Path transcript;

  @Mixin private final LimitOptions limits = new LimitOptions();

  @Mixin private final SpeedOption speed = new SpeedOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!path.startsWith("/")) {
      throw new ParameterException(
          spec.commandLine(), "--path: expected a path that begins with /, got " + path);
    }
    if (transcript != null) {
      return new ServedTranscript(transcript, speed.speed(), port("--port", port), path, spec)
          .play();
    }
    Optional<String> given = noControl ? Optional.empty() : token.given(System.getenv());
    ControlPort control =
        noControl
            ? null
            : new ControlPort(
                port("--control-port", controlPort), given.orElseGet(ServeCommand::madeUp));
    SwitchSetup setup =
        SwitchSetup.standard(platform).withVariants(VariantOption.of(variant.variants(spec)));
    SimulatorOptions options =
        SimulatorOptions.standard()
            .withPort(port("--port", port))
            .withPath(path)
            .withSeed(seed)
            .withSetup(setup)
            .withClock(clock, Duration.ofMillis(whole("--grace", grace)))
            .withLimits(limits.limits())
            .withAllowedHosts(limits.allowedHosts())
            .withFaults(faults.stream().map(text -> fault(text, setup)).toList())
            .withControl(control);
    ShutdownSignal shutdown = new ShutdownSignal();
    PrintWriter out = spec.commandLine().getOut();
    try (Simulator simulator = Simulator.start(options)) {
      greet(out, simulator.uri(), options);
      Optional<ControlEndpointFile> endpointFile =
          control == null
              ? Optional.empty()
              : simulator
                  .controlUri()
                  .map(
                      uri -> new ControlEndpointFile(uri, control.token(), given.isPresent(), out));
      endpointFile.ifPresent(ControlEndpointFile::open);
      out.println("\nCtrl-C stops it.");
      out.flush();
      shutdown.await();
      endpointFile.ifPresent(ControlEndpointFile::close);
    }
    out.println("Stopped.");
    out.flush();
    return ExitCode.OK;
  }

  private int port(String option, int value) {
    if (value < 0 || value > 65_535) {
      throw new ParameterException(
          spec.commandLine(), option + ": expected a number from 0 to 65535, got " + value);
    }
    return value;
  }

  private int whole(String option, int value) {
    if (value < 0) {
      throw new ParameterException(
          spec.commandLine(), option + ": expected 0 or more, got " + value);
    }
    return value;
  }

  private Fault fault(String text, SwitchSetup setup) {
    try {
      return Fault.parse(text).among(setup.agentNames());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--fault: " + e.getMessage(), e);
    }
  }

  /** Returns a new token for each start. */
  private static String madeUp() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private static void greet(PrintWriter out, URI uri, SimulatorOptions options) {
    String agents =
        options.setup().agents().stream()
            .map(agent -> agent.id() + " (" + agent.extension() + ")")
            .collect(Collectors.joining(", "));
    AgentAccount first = options.setup().agents().get(0);
    out.printf(
        """
        Listening on %1$s
        Agents: %2$s; password of each: %3$s
        Numbers: 5550100 answers, 5550110 rings, 5550120 is busy, 5550130 refuses, 5550140 does not answer,
                 5550150 keeps the digits it hears, 55502nn answers after nn seconds, 55503nn hangs up after nn

        Try it with a WebSocket client such as websocat or wscat:
          wscat -c %1$s
          {"command":"prepareSession","data":{"model":"any","override":true,"agent":{"id":"%4$s","password":"%3$s"}}}
          {"command":"session.start","target":"SESSION","data":{}}      SESSION: from the answer before
        """,
        uri, agents, first.password(), first.id());
  }
}
