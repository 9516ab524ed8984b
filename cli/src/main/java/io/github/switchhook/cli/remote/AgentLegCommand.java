package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code switchhook agentleg}: sets whether an agent's InContact leg can be connected. */
@Command(
    name = "agentleg",
    mixinStandardHelpOptions = true,
    description = "Let an agent's InContact leg fail to connect, or connect, from now on.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook agentleg fails --agent alice",
      "  switchhook agentleg connects --agent 7001"
    })
public final class AgentLegCommand extends RemoteCommand {
  /** The result of the next attempts to connect it. */
  enum Fate {
    CONNECTS,
    FAILS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "FATE", description = "${COMPLETION-CANDIDATES}.")
  private Fate fate = Fate.CONNECTS;

  @Option(names = "--agent", required = true, description = "The agent's id or extension.")
  private String agent = "";

  @Override
  ObjectNode arguments() {
    return RemoteControl.arguments().put("agent", agent).put("fails", fate == Fate.FAILS);
  }
}
