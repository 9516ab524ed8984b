package io.github.switchhook.cli.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.cli.JsonOption;
import io.github.switchhook.conformance.verdict.ExitCode;
import io.github.switchhook.simulator.fault.FaultKind;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code switchhook faults}: lists the faults that a switch can be given. */
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
public final class FaultsCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Mixin private final JsonOption format = new JsonOption();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (format.isJson()) {
      out.println(json().toPrettyString());
    } else {
      print(out);
    }
    out.flush();
    return ExitCode.OK;
  }

  private static void print(PrintWriter out) {
    for (FaultKind kind : FaultKind.values()) {
      out.printf("%-15s %s%n", kind.wireName(), kind.sentence());
      out.printf("%-15s breaks %s%n", "", String.join(", ", kind.requirements()));
    }
  }

  /** Returns {@code [{kind, strikes: requests or messages, sentence, breaks:[…]}]}. */
  private static ArrayNode json() {
    ArrayNode all = new ObjectMapper().createArrayNode();
    for (FaultKind kind : FaultKind.values()) {
      ObjectNode row = all.addObject().put("kind", kind.wireName());
      row.put("strikes", kind.onRequests() ? "requests" : "messages");
      row.put("sentence", kind.sentence());
      kind.requirements().forEach(row.putArray("breaks")::add);
    }
    return all;
  }
}
