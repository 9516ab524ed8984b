package io.github.switchhook.cli;

import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.agent.AgentAccount;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code switchhook serve}: a switch for others to develop against. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Run the simulated switch until Ctrl-C, for a desktop to be developed against.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook serve",
      "  switchhook serve --port 0              any free port; the first line says which",
      "  switchhook serve --path /cti/agent     where your desktop expects it"
    })
final class ServeCommand implements Callable<Integer> {
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

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!path.startsWith("/")) {
      throw new ParameterException(
          spec.commandLine(), "--path: expected a path that begins with /, got " + path);
    }
    if (port < 0 || port > 65_535) {
      throw new ParameterException(
          spec.commandLine(), "--port: expected a number from 0 to 65535, got " + port);
    }
    SimulatorOptions options =
        SimulatorOptions.standard()
            .withPort(port)
            .withPath(path)
            .withSeed(seed)
            .withClock(
                io.github.switchhook.simulator.engine.ClockKind.REAL,
                java.time.Duration.ofMillis(50));
    CountDownLatch stopped = new CountDownLatch(1);
    PrintWriter out = spec.commandLine().getOut();
    try (Simulator simulator = Simulator.start(options)) {
      Thread main = Thread.currentThread();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    stopped.countDown();
                    joinQuietly(main);
                  }));
      greet(out, simulator.uri(), options);
      stopped.await();
    }
    out.println("Stopped.");
    out.flush();
    return 0;
  }

  /** Lets the simulator close before the JVM goes. */
  private static void joinQuietly(Thread main) {
    try {
      main.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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

        Ctrl-C stops it.
        """,
        uri, agents, first.password(), first.id());
    out.flush();
  }
}
