package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.text.Escape;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code switchhook far}: lets the other party of a call act. */
@Command(
    name = "far",
    mixinStandardHelpOptions = true,
    description = "Let the other party of an agent's call act, or tell what it has heard.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook far answer --agent 7001 --address 5550110",
      "  switchhook far hangup --agent 7001 --address 5551234",
      "  switchhook far heard --agent 7001 --address 5550150       the DTMF digits",
      "  switchhook far senddtmf --digits '42#' --address 5551234"
    })
public final class FarCommand extends RemoteQuery {
  /** The actions of a far end. */
  enum Act {
    ANSWER,
    HANGUP,
    BUSY,
    REFUSE,
    NOANSWER,
    SENDDTMF,
    HEARD;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "ACT", description = "${COMPLETION-CANDIDATES}.")
  private Act act = Act.ANSWER;

  @Option(
      names = "--agent",
      description = "Id or extension of the agent in the call; any call without it.")
  private @Nullable String agent;

  @Option(names = "--address", required = true, description = "The other party's number.")
  private String address = "";

  @Option(names = "--digits", description = "What senddtmf sends: 0-9 A-D * #.")
  private @Nullable String digits;

  @Override
  String operation() {
    return act.toString();
  }

  @Override
  ObjectNode arguments() {
    ObjectNode arguments = RemoteControl.arguments().put("address", address);
    if (agent != null) {
      arguments.put("agent", agent);
    }
    if (digits != null) {
      arguments.put("digits", digits);
    }
    return arguments;
  }

  @Override
  void print(JsonNode report, PrintWriter out) {
    if (report.has("digits")) {
      out.println(Escape.line(report.path("digits").asText()));
    }
  }
}
