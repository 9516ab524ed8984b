package io.github.switchhook.cli.verify;

import io.github.switchhook.cli.OpenTarget;
import io.github.switchhook.conformance.Kit;
import io.github.switchhook.conformance.RunOptions;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.runner.WorkerPlan;
import io.github.switchhook.conformance.verdict.Finding;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.fixtures.LawfulVariant;
import io.github.switchhook.fixtures.Requirement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the kit says of the built-in switch with some variants: a row of the matrix.
 *
 * @param variants what the switch did otherwise
 * @param passed how many scenarios passed
 * @param own how many scenarios warned of a requirement that a variant is about, and of nothing
 *     else
 * @param silent the variants that no finding was about
 * @param blamed what was found beside that, a sentence each: there must be nothing
 */
record VariantRun(
    List<LawfulVariant> variants, long passed, long own, List<String> silent, List<String> blamed) {
  VariantRun {
    variants = List.copyOf(variants);
    silent = List.copyOf(silent);
    blamed = List.copyOf(blamed);
  }

  /**
   * Plays the kit against the switch with these variants.
   *
   * @param only the requirements or commands to look at; all of them where it is empty
   */
  static VariantRun play(List<LawfulVariant> variants, List<String> only) throws IOException {
    List<OpenTarget> targets = new ArrayList<>();
    try {
      for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
        targets.add(OpenTarget.builtIn(true, variants));
      }
      WorkerPlan plan =
          WorkerPlan.ofSwitches(
              targets.stream()
                  .map(each -> new WorkerPlan.Worker(each.target(), each.stimulus()))
                  .toList());
      return of(variants, Kit.load().run(plan, new RunOptions(only, false, 0, result -> {})));
    } finally {
      targets.forEach(OpenTarget::close);
    }
  }

  private static VariantRun of(List<LawfulVariant> variants, Report report) {
    Set<String> about =
        variants.stream()
            .flatMap(variant -> variant.requirements().stream())
            .collect(Collectors.toSet());
    Set<String> warned = new TreeSet<>();
    List<String> blamed = new ArrayList<>();
    long own = 0;
    for (ScenarioResult result : report.scenarios()) {
      boolean ownOnly = result.verdict() == Verdict.WARN;
      for (Finding finding : result.findings()) {
        if (finding.verdict().compareTo(Verdict.WARN) < 0) {
          continue;
        }
        Set<String> others = new LinkedHashSet<>(ids(finding));
        others.removeAll(about);
        warned.addAll(ids(finding));
        if (finding.verdict() != Verdict.WARN || !others.isEmpty() || ids(finding).isEmpty()) {
          ownOnly = false;
          blamed.add(sentence(result, finding, others));
        }
      }
      own += ownOnly ? 1 : 0;
    }
    List<String> silent =
        variants.stream()
            .filter(LawfulVariant::mustBeNoticed)
            .filter(variant -> variant.requirements().stream().noneMatch(warned::contains))
            .map(LawfulVariant::name)
            .toList();
    return new VariantRun(
        variants,
        report.scenarios().stream().filter(each -> each.verdict() == Verdict.PASS).count(),
        own,
        silent,
        blamed);
  }

  private static String sentence(ScenarioResult result, Finding finding, Set<String> others) {
    return finding.verdict()
        + " "
        + String.join(" ", others)
        + ": "
        + result.scenario().place()
        + " "
        + result.scenario().name()
        + "\n    "
        + finding.text().lines().limit(4).collect(Collectors.joining("\n    "));
  }

  private static List<String> ids(Finding finding) {
    return finding.charged().stream().map(Requirement::id).toList();
  }

  /** Returns the names of the variants. */
  String name() {
    return variants.isEmpty()
        ? "(none)"
        : variants.stream().map(LawfulVariant::name).collect(Collectors.joining(" + "));
  }

  /** Tells whether nothing was found but what the variants are about, and that was. */
  boolean fair() {
    return problems().isEmpty();
  }

  /** Returns why it is not fair, some lines each. */
  List<String> problems() {
    return Stream.concat(
            blamed.stream(),
            silent.stream().map(each -> "no scenario notices " + each + ", so it shows nothing"))
        .toList();
  }

  /** Returns the row of the matrix in Markdown. */
  String row() {
    return "| "
        + name()
        + " | "
        + passed
        + " | "
        + own
        + " | "
        + count(Verdict.FAIL)
        + " | "
        + count(Verdict.INCONCLUSIVE)
        + " | "
        + count(Verdict.WARN)
        + " |";
  }

  private long count(Verdict verdict) {
    return blamed.stream().filter(text -> text.startsWith(verdict + " ")).count();
  }
}
