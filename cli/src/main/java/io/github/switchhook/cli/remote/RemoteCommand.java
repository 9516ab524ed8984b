package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.verdict.ExitCode;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A command to a running switch: finds it and performs an operation there. It prints nothing if
 * that succeeds.
 */
abstract class RemoteCommand implements Callable<Integer> {
  private static final Pattern WEB = Pattern.compile("https?://");

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--control",
      paramLabel = "URL",
      description =
          "Control of the switch, as serve prints it; else $SWITCHHOOK_CONTROL; else the switch"
              + " that you started last.")
  private @Nullable URI control;

  @Mixin private final TokenOption token = new TokenOption();

  /** Returns the name of control's operation, which for most commands is the command's own. */
  String operation() {
    return spec.name();
  }

  /** Returns the arguments of the operation. */
  ObjectNode arguments() {
    return RemoteControl.arguments();
  }

  /**
   * Prints the report of the operation; prints nothing unless a command overrides it.
   *
   * @return the exit code that it stands for
   */
  int report(JsonNode report, PrintWriter out) {
    return ExitCode.OK;
  }

  @Override
  public Integer call() {
    JsonNode report = new RemoteControl(where(System.getenv())).perform(operation(), arguments());
    PrintWriter out = spec.commandLine().getOut();
    int exitCode = report(report, out);
    out.flush();
    return exitCode;
  }

  private static URI address(String url) {
    try {
      URI address = new URI(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
      if (address.getHost() != null && WEB.matcher(url).lookingAt()) {
        return address;
      }
    } catch (URISyntaxException e) {
      // The message below says so.
    }
    throw new RemoteControlException(
        ExitCode.USAGE,
        "--control: expected a URL such as http://127.0.0.1:8018/control, got " + url);
  }

  private ControlEndpoint where(Map<String, String> environment) {
    String url = control == null ? environment.get("SWITCHHOOK_CONTROL") : control.toString();
    String secret = token.given(environment).orElse(null);
    ControlEndpoint last = ControlEndpoint.read(ControlEndpoint.file(environment)).orElse(null);
    if (last != null) {
      url = url == null ? last.control().toString() : url;
      // Never show one switch's token to another.
      secret = secret == null && url.equals(last.control().toString()) ? last.token() : secret;
    }
    if (url == null || secret == null) {
      throw new RemoteControlException(
          ExitCode.UNREACHABLE,
          url == null
              ? "no running switch found: start one with switchhook serve, or name it with"
                  + " --control URL --token-file FILE"
              : "expected the token of " + url + " as --token-file FILE or $SWITCHHOOK_TOKEN");
    }
    return new ControlEndpoint(address(url), secret);
  }
}
