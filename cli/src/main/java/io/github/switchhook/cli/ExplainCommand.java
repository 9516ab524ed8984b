package io.github.switchhook.cli;

import io.github.switchhook.cli.completion.Candidates;
import io.github.switchhook.conformance.Kit;
import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.catalogue.Step;
import io.github.switchhook.fixtures.Requirement;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code switchhook explain}: everything about a requirement or a command. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Explain a requirement or a command: what is required, where it comes from, the exact events,"
          + " and the scenarios that prove it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook explain channel.dial",
      "  switchhook explain SWH-DIAL-001",
      "  switchhook explain SWH-DIAL --format json | jq '.[].events'"
    })
final class ExplainCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      arity = "1",
      paramLabel = "ID-OR-COMMAND",
      description = "A requirement id, the beginning of one, or a command.",
      completionCandidates = Candidates.Requirements.class)
  private String word = "";

  @Mixin private final JsonOption format = new JsonOption();

  @Override
  public Integer call() {
    Catalogue catalogue = Kit.load().catalogue();
    List<Requirement> chosen = Requirements.select(catalogue, List.of(word), spec.commandLine());
    PrintWriter out = spec.commandLine().getOut();
    if (format.isJson()) {
      out.println(new Requirements(catalogue, chosen).explained());
    } else {
      chosen.forEach(requirement -> explain(requirement, catalogue, out));
    }
    out.flush();
    return 0;
  }

  private static void explain(Requirement requirement, Catalogue catalogue, PrintWriter out) {
    out.println(requirement.id() + "  " + requirement.level() + "  " + requirement.sentence());
    out.println("  source      " + Requirements.source(requirement));
    if (requirement.command() != null) {
      out.println("  command     " + requirement.command());
    }
    if (requirement.capability() != null) {
      out.println("  capability  " + requirement.capability());
    }
    List<Scenario> scenarios = catalogue.provedBy(requirement.id());
    Requirements.events(scenarios).forEach(table -> events(table, out));
    out.println("  proved by");
    scenarios.forEach(scenario -> out.println("    " + Requirements.title(scenario)));
    out.println();
  }

  private static void events(Step table, PrintWriter out) {
    out.println("  " + table.text());
    for (List<String> row : table.table()) {
      out.println("    " + String.join("  ", pad(row, table.table())));
    }
  }

  private static List<String> pad(List<String> row, List<List<String>> table) {
    return IntStream.range(0, row.size())
        .mapToObj(
            column -> {
              int width =
                  table.stream().mapToInt(other -> other.get(column).length()).max().orElse(1);
              return String.format("%-" + Math.max(1, width) + "s", row.get(column));
            })
        .toList();
  }
}
