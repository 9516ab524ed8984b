package io.github.switchhook.cli.verify;

import io.github.switchhook.cli.VariantOption;
import io.github.switchhook.conformance.verdict.ExitCode;
import io.github.switchhook.fixtures.LawfulVariant;
import io.github.switchhook.fixtures.Variants;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code switchhook variants}: what the contract leaves open, and whether the kit is fair. */
@Command(
    name = "variants",
    mixinStandardHelpOptions = true,
    description = {
      "List what the built-in switch can do otherwise where the contract leaves a choice, or show"
          + " that the kit blames nobody for it: with --play the whole kit is played against the"
          + " switch with each variant, and may find nothing but what the variant is about."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook variants",
      "  switchhook variants queue-required hold-again --play",
      "  switchhook variants --play --pairs 10        all of them, and ten pairs",
      "  switchhook verify --variant queue-required   the report on one of them",
      "  switchhook serve --variant chat-at-start     a switch of other habits",
      "",
      "Exit codes: 0 listed, or fair; 1 the kit blamed a variant for something else; 2 usage."
    })
public final class VariantsCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description = "The variants; all of them where none is named.")
  private List<String> names = List.of();

  @Option(names = "--play", description = "Play the kit against the switch with each of them.")
  private boolean play;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      defaultValue = "0",
      description = "With --play: so many pairs of them, too, chosen by --seed.")
  private int pairs;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Chooses the pairs (${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() throws IOException {
    List<LawfulVariant> variants =
        names.isEmpty() ? Variants.load().variants() : VariantOption.named("NAME", names, spec);
    PrintWriter out = spec.commandLine().getOut();
    if (!play) {
      variants.forEach(
          each ->
              out.printf(
                  "%-26s %s%n%-26s %s%n",
                  each.name(), each.sentence(), "", String.join(" ", each.requirements())));
      out.flush();
      return ExitCode.OK;
    }
    boolean fair = true;
    out.println(
        "| variant | scenarios that pass | that warn of it | FAIL | INCONCLUSIVE | WARN of others |");
    out.println("|---|---|---|---|---|---|");
    for (List<LawfulVariant> each : chosen(variants)) {
      VariantRun run = VariantRun.play(each, List.of());
      fair &= run.fair();
      out.println(run.row());
      out.flush();
      run.problems().forEach(problem -> spec.commandLine().getErr().println("  " + problem));
      spec.commandLine().getErr().flush();
    }
    return fair ? ExitCode.OK : ExitCode.NOT_CONFORMANT;
  }

  private List<List<LawfulVariant>> chosen(List<LawfulVariant> variants) {
    int most = variants.size() * (variants.size() - 1) / 2;
    if (pairs < 0 || pairs > most) {
      throw new ParameterException(
          spec.commandLine(), "--pairs: expected a number from 0 to " + most + ", got " + pairs);
    }
    List<List<LawfulVariant>> chosen = new ArrayList<>();
    variants.forEach(variant -> chosen.add(List.of(variant)));
    List<List<LawfulVariant>> all = new ArrayList<>();
    for (int i = 0; i < variants.size(); i++) {
      for (int j = i + 1; j < variants.size(); j++) {
        all.add(List.of(variants.get(i), variants.get(j)));
      }
    }
    Collections.shuffle(all, new Random(seed));
    chosen.addAll(all.subList(0, pairs));
    return chosen;
  }
}
