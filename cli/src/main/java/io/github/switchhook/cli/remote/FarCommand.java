package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code switchhook far}: the other party of a call acts. */
@Command(
    name = "far",
    mixinStandardHelpOptions = true,
    description = "Let the other party of an agent's call act, or tell what it has heard.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook far answer --agent 7001 --address 5550110",
      "  switchhook far hangup --agent 7001 --address 5551234",
      "  switchhook far heard --agent 7001 --address 5550150    the DTMF digits"
    })
public final class FarCommand extends RemoteCommand {
  /** What a far end can do. */
  enum Act {
    ANSWER,
    HANGUP,
    BUSY,
    REFUSE,
    NOANSWER,
    HEARD;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "ACT", description = "${COMPLETION-CANDIDATES}.")
  private Act act = Act.ANSWER;

  @Option(names = "--agent", required = true, description = "Extension of the agent in the call.")
  private String agent = "";

  @Option(names = "--address", required = true, description = "The other party's number.")
  private String address = "";

  @Override
  String operation() {
    return act.toString();
  }

  @Override
  ObjectNode arguments() {
    return RemoteControl.arguments().put("agent", agent).put("address", address);
  }

  @Override
  void print(JsonNode report, PrintWriter out) {
    if (report.has("digits")) {
      out.println(report.path("digits").textValue());
    }
  }
}
