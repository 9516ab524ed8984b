package io.github.switchhook.cli;

import io.github.switchhook.cli.completion.Candidates;
import io.github.switchhook.fixtures.LawfulVariant;
import io.github.switchhook.fixtures.Spelling;
import io.github.switchhook.fixtures.Variants;
import io.github.switchhook.simulator.agent.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code --variant}: lets the built-in switch do lawful things otherwise. */
public final class VariantOption {
  @Option(
      names = "--variant",
      paramLabel = "NAME",
      description =
          "Let the built-in switch choose otherwise where the contract leaves a choice; see"
              + " switchhook variants. May be given several times.",
      completionCandidates = Candidates.VariantNames.class)
  private List<String> names = List.of();

  /**
   * Returns the variants that were named.
   *
   * @throws ParameterException where there is none of a name
   */
  public List<LawfulVariant> variants(CommandSpec spec) {
    // Without one the table need not be read.
    return names.isEmpty() ? List.of() : named("--variant", names, spec);
  }

  /**
   * Returns the variants of these names.
   *
   * @param option what the names were given as
   * @throws ParameterException where there is none of a name
   */
  public static List<LawfulVariant> named(String option, List<String> names, CommandSpec spec) {
    List<LawfulVariant> all = Variants.load().variants();
    List<String> known = all.stream().map(LawfulVariant::name).toList();
    List<LawfulVariant> found = new ArrayList<>();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new ParameterException(
            spec.commandLine(),
            option
                + ": expected a variant (see switchhook variants), got "
                + name
                + Spelling.suggestion(name, known));
      }
      found.add(all.get(known.indexOf(name)));
    }
    return found;
  }

  /** Returns the switch's own names of these variants. */
  public static Set<Variant> of(List<LawfulVariant> variants) {
    return variants.stream()
        .map(variant -> Variant.find(variant.name()).orElseThrow())
        .collect(Collectors.toSet());
  }
}
