package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.verdict.ExitCode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code switchhook dispositions}: sets what an agent may choose from on completing. */
@Command(
    name = "dispositions",
    mixinStandardHelpOptions = true,
    description = "Set the external dispositions of an agent's channel on a running switch.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook dispositions --agent alice 1=Sold '2=Call back'",
      "  switchhook dispositions --agent alice --required 1=Sold    she has to choose",
      "  switchhook dispositions --agent alice                      none"
    })
public final class DispositionsCommand extends RemoteCommand {
  @Option(
      names = "--agent",
      required = true,
      description = "The channel's endpoint, or the id of the agent whose first one it is.")
  private String agent = "";

  @Option(names = "--required", description = "The agent has to choose one.")
  private boolean required;

  @Parameters(arity = "0..*", paramLabel = "ID=NAME", description = "What there is to choose from.")
  private List<String> choices = List.of();

  @Override
  ObjectNode arguments() {
    ObjectNode arguments = RemoteControl.arguments().put("agent", agent).put("required", required);
    ArrayNode list = arguments.putArray("dispositions");
    for (String choice : choices) {
      int equals = choice.indexOf('=');
      if (equals < 1 || choice.substring(equals + 1).isBlank()) {
        throw new RemoteControlException(
            ExitCode.USAGE,
            "expected ID=NAME, such as 1=Sold or '2=Call back', got \"" + choice + "\"");
      }
      list.addObject()
          .put("id", choice.substring(0, equals))
          .put("name", choice.substring(equals + 1));
    }
    return arguments;
  }
}
