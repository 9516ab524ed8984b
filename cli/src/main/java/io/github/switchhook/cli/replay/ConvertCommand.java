package io.github.switchhook.cli.replay;

import io.github.switchhook.cli.OutputOption;
import io.github.switchhook.conformance.scenario.FeatureWriter;
import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.scenario.ScenarioFormatException;
import io.github.switchhook.conformance.scenario.ScenarioReader;
import io.github.switchhook.conformance.scenario.ScenarioWriter;
import io.github.switchhook.conformance.verdict.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code switchhook convert}: makes a scenario file or a feature of a transcript. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    description = {
      "Make a scenario file or a Gherkin feature of a transcript: ids become objects, numbers"
          + " become roles, and every event that was seen is expected again. What outside parties"
          + " did is inferred where the transcript does not say it.",
      "A scenario file can be made a feature too, if it tells every event of every step."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook convert t.jsonl --out call.yaml",
      "  switchhook convert t.jsonl --name 'Hold and retrieve' | less",
      "  switchhook convert t.jsonl --as feature --out call.feature",
      "  switchhook replay call.feature",
      "",
      "Exit codes: 0 converted, 2 usage, or a step has no equivalent; the message says which."
    })
public final class ConvertCommand implements Callable<Integer> {
  /** The form that a transcript is converted to. */
  enum Form {
    SCENARIO,
    FEATURE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description = "A transcript; with --as feature a scenario file too.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path file;

  @Option(
      names = "--as",
      defaultValue = "scenario",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private Form form = Form.SCENARIO;

  @Option(
      names = "--part",
      paramLabel = "N",
      defaultValue = "1",
      description = "Which recording, where the transcript was appended to.")
  private int part = 1;

  @Option(names = "--name", description = "What the scenario is called; else the file's name.")
  private @Nullable String name;

  @Mixin private final OutputOption out = new OutputOption();

  @Override
  public Integer call() throws IOException {
    String text = form == Form.FEATURE ? feature() : scenario();
    out.write(text, spec);
    return ExitCode.OK;
  }

  private String scenario() {
    List<ScenarioFile> scenarios = Transcripts.scenarios(file, spec);
    if (part < 1 || part > scenarios.size()) {
      throw new ParameterException(
          spec.commandLine(), "--part: expected 1 to " + scenarios.size() + ", got " + part);
    }
    if (scenarios.size() > 1 && !spec.commandLine().getParseResult().hasMatchedOption("--part")) {
      throw new ParameterException(
          spec.commandLine(),
          file
              + " holds "
              + scenarios.size()
              + " recordings, a scenario file one: choose with --part, or make a feature of all");
    }
    ScenarioFile scenario = scenarios.get(part - 1);
    return ScenarioWriter.write(name == null ? scenario : scenario.named(name));
  }

  private String feature() {
    try {
      List<ScenarioFile> scenarios =
          Transcripts.isTranscript(file)
              ? Transcripts.scenarios(file, spec)
              : ScenarioReader.load(file);
      return FeatureWriter.write(name == null ? scenarios.get(0).name() : name, scenarios);
    } catch (ScenarioFormatException e) {
      String hint =
          Transcripts.isTranscript(file)
              ? ""
              : "\nPlayed, it can be: switchhook replay "
                  + file
                  + " --transcript t.jsonl, then convert t.jsonl --as feature";
      throw new ParameterException(spec.commandLine(), e.getMessage() + hint, e);
    }
  }
}
