package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.protocol.Json;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Option;

/** A command that prints what a running switch reports. */
abstract class RemoteQuery extends RemoteCommand {
  /** How a report is printed. */
  enum Format {
    PRETTY,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--format",
      defaultValue = "pretty",
      description = "${COMPLETION-CANDIDATES}: for people, or as it came (${DEFAULT-VALUE}).")
  private Format format = Format.PRETTY;

  /** Prints a report for people; nothing where it is empty, and what was asked for is done. */
  void print(JsonNode report, PrintWriter out) {
    if (!report.isEmpty()) {
      out.println(Json.pretty(report));
    }
  }

  /** The exit code that a report stands for. */
  int exitCode(JsonNode report) {
    return 0;
  }

  @Override
  final int report(JsonNode report, PrintWriter out) {
    if (format == Format.JSON) {
      out.println(Json.write(report));
    } else {
      print(report, out);
    }
    return exitCode(report);
  }
}
