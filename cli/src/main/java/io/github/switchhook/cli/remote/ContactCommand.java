package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.verdict.ExitCode;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** A command that lets a customer begin a call, a chat or an email. */
abstract class ContactCommand extends RemoteCommand {
  private static final Map<String, String> OUTCOMES =
      Map.of(
          "offered", "It is offered to an agent.",
          "waiting", "It waits in the queue.",
          "over", "It is over: no agent could take it (not ready, or busy).");

  @Option(
      names = "--to",
      required = true,
      description = "An agent's id, the extension or endpoint of a channel, or a queue.")
  private String to = "";

  @Option(names = "--from", description = "The customer's number or address (${DEFAULT-VALUE}).")
  private String from;

  @Option(
      names = "--data",
      paramLabel = "KEY=VALUE",
      description = "Data that comes with it, for the agent to read; may be repeated.")
  private Map<String, String> data = new LinkedHashMap<>();

  ContactCommand(String from) {
    this.from = from;
  }

  @Override
  ObjectNode arguments() {
    ObjectNode arguments = RemoteControl.arguments().put("from", from).put("to", to);
    if (!data.isEmpty()) {
      ObjectNode with = arguments.putObject("data");
      data.forEach(with::put);
    }
    return arguments;
  }

  @Override
  int report(JsonNode report, PrintWriter out) {
    String outcome = report.path("outcome").asText();
    out.println(Escape.line(OUTCOMES.getOrDefault(outcome, outcome)));
    return ExitCode.OK;
  }
}
