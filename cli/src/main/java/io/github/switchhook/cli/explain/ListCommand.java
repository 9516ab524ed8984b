package io.github.switchhook.cli.explain;

import io.github.switchhook.cli.FormatOption;
import io.github.switchhook.cli.completion.Candidates;
import io.github.switchhook.conformance.Kit;
import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.verdict.ExitCode;
import io.github.switchhook.fixtures.Requirement;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code switchhook list}: lists the requirements of the register. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List what is required, where it comes from, and how many scenarios prove it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook list",
      "  switchhook list conversation.hold SWH-REC",
      "  switchhook list --format json | jq '.[] | select(.level == \"MUST\") | .id'"
    })
public final class ListCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "ID-OR-COMMAND",
      description = "Only these requirements (ids or their beginnings) or commands.",
      completionCandidates = Candidates.RequirementIds.class)
  private List<String> only = List.of();

  @Mixin private final FormatOption format = new FormatOption();

  @Override
  public Integer call() {
    Catalogue catalogue = Kit.load().catalogue();
    List<Requirement> chosen = Requirements.select(catalogue, only, spec.commandLine());
    PrintWriter out = spec.commandLine().getOut();
    Requirements requirements = new Requirements(catalogue, chosen);
    out.println(
        switch (format.format()) {
          case PRETTY -> requirements.pretty();
          case JSON -> requirements.json();
          case MARKDOWN -> requirements.markdown();
        });
    out.flush();
    return ExitCode.OK;
  }
}
