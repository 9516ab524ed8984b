package io.github.switchhook.cli;

import io.github.switchhook.simulator.fault.FaultKind;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code switchhook faults}: what can be made to go wrong. */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    description = "List the faults that a switch can be given, each with requirements it breaks.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook faults",
      "  switchhook serve --fault drop:interaction.preview    from the start, every time",
      "  switchhook fault drop --on interaction.preview       once, on a switch that runs",
      "  switchhook explain SWH-DIAL-002                      what is broken then"
    })
final class FaultsCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (FaultKind kind : FaultKind.values()) {
      out.printf("%-15s %s%n", kind.word(), kind.sentence());
      out.printf("%-15s breaks %s%n", "", String.join(", ", kind.requirements()));
    }
    out.flush();
    return 0;
  }
}
