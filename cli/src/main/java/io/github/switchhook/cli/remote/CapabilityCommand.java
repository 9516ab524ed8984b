package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.cli.completion.Candidates;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code switchhook capability}: adds a capability to the platform, or takes it away. */
@Command(
    name = "capability",
    mixinStandardHelpOptions = true,
    description = "Give a running switch a capability, or take it away.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook capability recording.pause off    pause and resume are unsupported from now on",
      "  switchhook capability conference on",
      "  switchhook reset                             restores what it was started with"
    })
public final class CapabilityCommand extends RemoteCommand {
  /** The values of the parameter: whether the switch has the capability. */
  enum Toggle {
    ON,
    OFF;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "${COMPLETION-CANDIDATES}.",
      completionCandidates = Candidates.Capabilities.class)
  private String name = "";

  @Parameters(index = "1", paramLabel = "ON|OFF", description = "${COMPLETION-CANDIDATES}.")
  private Toggle toggle = Toggle.ON;

  @Override
  ObjectNode arguments() {
    return RemoteControl.arguments().put("name", name).put("on", toggle == Toggle.ON);
  }
}
