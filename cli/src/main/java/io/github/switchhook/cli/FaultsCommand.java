package io.github.switchhook.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.simulator.fault.FaultKind;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

  @Option(
      names = "--format",
      defaultValue = "pretty",
      description = "pretty or json (${DEFAULT-VALUE}).")
  private Format format = Format.PRETTY;

  @Override
  public Integer call() {
    if (format == Format.MARKDOWN) {
      throw new ParameterException(
          spec.commandLine(), "--format: expected pretty or json, got " + format);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.JSON) {
      out.println(json().toPrettyString());
    } else {
      print(out);
    }
    out.flush();
    return 0;
  }

  private static void print(PrintWriter out) {
    for (FaultKind kind : FaultKind.values()) {
      out.printf("%-15s %s%n", kind.word(), kind.sentence());
      out.printf("%-15s breaks %s%n", "", String.join(", ", kind.requirements()));
    }
  }

  /** {@code [{kind, strikes: requests or messages, sentence, breaks:[…]}]}. */
  private static ArrayNode json() {
    ArrayNode all = new ObjectMapper().createArrayNode();
    for (FaultKind kind : FaultKind.values()) {
      ObjectNode row = all.addObject().put("kind", kind.word());
      row.put("strikes", kind.onRequests() ? "requests" : "messages");
      row.put("sentence", kind.sentence());
      kind.requirements().forEach(row.putArray("breaks")::add);
    }
    return all;
  }
}
