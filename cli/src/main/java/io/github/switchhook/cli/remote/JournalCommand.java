package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.verdict.ExitCode;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code switchhook journal}: shows what went in and out, or waits for it. */
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    description = "Show what went in and out of a running switch, or wait for an event.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook journal --agent 7001 --limit 20",
      "  switchhook journal --await conversation.member.added --agent 7002 --timeout 10",
      "",
      "A line shows number, number of its cause, time, agent, kind, name and text.",
      "With --await, the exit code is 0 when the event was seen and 1 when it was not."
    })
public final class JournalCommand extends RemoteQuery {
  @Option(
      names = "--since",
      defaultValue = "0",
      description = "Only entries with a higher number (${DEFAULT-VALUE}).")
  private int since;

  @Option(names = "--agent", description = "Only this agent's, by id or extension.")
  private @Nullable String agent;

  @Option(
      names = "--limit",
      defaultValue = "100",
      description = "The number of entries, newest ones only (${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--await", paramLabel = "EVENT", description = "Wait until it has been seen.")
  private @Nullable String event;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "How long to wait for it (${DEFAULT-VALUE}).")
  private int timeout;

  @Override
  String operation() {
    return event == null ? "journal" : "await";
  }

  @Override
  ObjectNode arguments() {
    ObjectNode arguments = RemoteControl.arguments().put("since", since);
    if (agent != null) {
      arguments.put("agent", agent);
    }
    return event == null
        ? arguments.put("limit", limit)
        : arguments.put("event", event).put("timeoutMillis", timeout * 1000L);
  }

  @Override
  void print(JsonNode report, PrintWriter out) {
    report.path("entries").forEach(entry -> out.println(line(entry)));
    if (report.has("entry")) {
      out.println(line(report.path("entry")));
    }
    if (report.has("explanation")) {
      out.println("Not seen: " + Escape.line(report.path("explanation").asText()));
    }
  }

  @Override
  int exitCode(JsonNode report) {
    return report.path("seen").asBoolean(true) ? ExitCode.OK : ExitCode.NOT_CONFORMANT;
  }

  private static String line(JsonNode entry) {
    return Escape.line(
        "#%s <#%s %s %s %s %s %s"
            .formatted(
                entry.path("number"),
                entry.path("cause"),
                entry.path("time").asText(),
                entry.path("agent").asText("-"),
                entry.path("kind").asText(),
                entry.path("name").asText("-"),
                entry.path("text").asText())
            .strip());
  }
}
