package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.cli.completion.Candidates;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code switchhook fault}: installs a fault, or lists those that are installed. */
@Command(
    name = "fault",
    mixinStandardHelpOptions = true,
    description = "Install a fault on a running switch, or list those that are installed.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook fault                                     what is installed",
      "  switchhook fault drop --on interaction.preview       the next one is not sent",
      "  switchhook fault close --agent 7001 --code 4000 --times all",
      "  switchhook reset                                     takes them away",
      "",
      "switchhook faults explains each kind."
    })
public final class FaultCommand extends RemoteQuery {
  @Parameters(
      arity = "0..1",
      paramLabel = "KIND",
      description = "The fault to install; without it, the installed faults are listed.",
      completionCandidates = Candidates.Faults.class)
  private @Nullable String kind;

  @Option(names = "--on", description = "Only on this command or event.")
  private @Nullable String on;

  @Option(names = "--agent", description = "Only for this agent, by id or extension.")
  private @Nullable String agent;

  @Option(
      names = "--times",
      defaultValue = "1",
      description = "How often, or all (${DEFAULT-VALUE}).")
  private String times = "1";

  @Option(names = "--millis", description = "How long a delay lasts (1000).")
  private @Nullable Integer millis;

  @Option(names = "--code", description = "What a close closes with (1011).")
  private @Nullable Integer code;

  @Override
  String operation() {
    return kind == null ? "faults" : "fault";
  }

  @Override
  ObjectNode arguments() {
    ObjectNode arguments = RemoteControl.arguments();
    if (kind == null) {
      return arguments;
    }
    arguments.put("kind", kind);
    if (on != null) {
      arguments.put("on", on);
    }
    if (agent != null) {
      arguments.put("agent", agent);
    }
    if (millis != null) {
      arguments.put("millis", millis);
    }
    if (code != null) {
      arguments.put("code", code);
    }
    return times.matches("[0-9]{1,9}")
        ? arguments.put("times", Integer.valueOf(times))
        : arguments.put("times", times);
  }
}
