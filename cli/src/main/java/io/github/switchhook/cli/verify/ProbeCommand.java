package io.github.switchhook.cli.verify;

import io.github.switchhook.cli.OpenTarget;
import io.github.switchhook.conformance.diagnosis.Probe;
import io.github.switchhook.conformance.profile.Address;
import io.github.switchhook.conformance.profile.Agent;
import io.github.switchhook.conformance.profile.Secret;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.profile.TargetFormatException;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.verdict.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code switchhook probe}: writes the beginning of a profile. */
@Command(
    name = "probe",
    mixinStandardHelpOptions = true,
    description = {
      "Connect to a switch, try what it can do, and print a profile to begin with: capabilities,"
          + " event style, failure codes, and whether it keeps its messages in order."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook probe --target ws://127.0.0.1:9000/agent --agent ann:env:ANN_PASSWORD:210 >"
          + " my.yaml",
      "  switchhook probe --target my.yaml      again, once headers, login, envelope, codes or numbers"
          + " are known: prints what the profile has to say besides them",
      "  switchhook probe                       the built-in switch",
      "",
      "Exit codes: 0 a profile was printed, 2 usage, 3 target unreachable or login failed,",
      "4 Switchhook itself failed."
    })
public final class ProbeCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--target",
      paramLabel = "FILE|URL",
      description = "A profile, or the address of a WebSocket; without it, the built-in switch.")
  private @Nullable String target;

  @Option(
      names = "--agent",
      paramLabel = "ID:PASSWORD:EXTENSION",
      description =
          "An agent who can log in, where the target is an address; may be repeated. A password"
              + " env:NAME comes from the environment. Without it: alice, bob, carol and dave.")
  private List<String> agents = List.of();

  @Override
  public Integer call() throws IOException {
    if (target != null && (target.startsWith("ws://") || target.startsWith("wss://"))) {
      return print(Probe.run(address(target), Stimulus.none(), true));
    }
    Path file = target == null ? null : Path.of(target);
    try (OpenTarget openTarget = OpenTarget.open(file, true, spec)) {
      return print(Probe.run(openTarget.target(), openTarget.stimulus(), file == null));
    }
  }

  private int print(Probe.ProbeResult result) {
    PrintWriter to = result.reached() ? spec.commandLine().getOut() : spec.commandLine().getErr();
    to.println(Escape.lines(result.text().stripTrailing()));
    to.flush();
    return result.reached() ? ExitCode.OK : ExitCode.UNREACHABLE;
  }

  private Target address(String url) {
    try {
      URI address = URI.create(url);
      Target standard = Target.standard(Address.of(address).shown(), address);
      return agents.isEmpty()
          ? standard
          : standard.withAgents(agents.stream().map(this::agent).toList());
    } catch (TargetFormatException e) {
      throw new ParameterException(spec.commandLine(), "--target: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--target: expected an address, got " + url, e);
    }
  }

  private Agent agent(String text) {
    int first = text.indexOf(':');
    int last = text.lastIndexOf(':');
    if (first <= 0 || last <= first) {
      throw new ParameterException(
          spec.commandLine(), "--agent: expected ID:PASSWORD:EXTENSION, got something else");
    }
    String password = text.substring(first + 1, last);
    if (password.startsWith("env:")) {
      String name = password.substring("env:".length());
      password = System.getenv(name);
      if (password == null) {
        throw new ParameterException(
            spec.commandLine(), "--agent: the environment variable " + name + " is not set");
      }
    }
    return new Agent(text.substring(0, first), new Secret(password), text.substring(last + 1));
  }
}
