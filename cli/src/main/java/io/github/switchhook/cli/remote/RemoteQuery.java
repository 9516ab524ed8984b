package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.cli.JsonOption;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.verdict.ExitCode;
import java.io.PrintWriter;
import picocli.CommandLine.Mixin;

/** A command that prints what a running switch reports. */
abstract class RemoteQuery extends RemoteCommand {
  @Mixin private final JsonOption format = new JsonOption();

  /** Prints a report for people; nothing where it is empty, and what was asked for is done. */
  void print(JsonNode report, PrintWriter out) {
    if (!report.isEmpty()) {
      out.println(Json.pretty(report));
    }
  }

  /** Returns the exit code that a report stands for. */
  int exitCode(JsonNode report) {
    return ExitCode.OK;
  }

  @Override
  final int report(JsonNode report, PrintWriter out) {
    if (format.isJson()) {
      out.println(Json.write(report));
    } else {
      print(report, out);
    }
    return exitCode(report);
  }
}
