package io.github.switchhook.cli;

import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.scenario.ScenarioWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code switchhook convert}: makes a scenario of a transcript. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    description = {
      "Make a scenario file of a transcript: ids become objects, numbers become roles, and every"
          + " event that was seen is expected again. Who acted outside is inferred where the"
          + " transcript does not say it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook convert t.jsonl --out call.yaml",
      "  switchhook convert t.jsonl --name 'Hold and retrieve' | less",
      "  switchhook replay call.yaml"
    })
final class ConvertCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A transcript.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path file;

  @Option(names = "--name", description = "What the scenario is called; else the file's name.")
  private @Nullable String name;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write it there, not on the terminal.")
  private @Nullable Path target;

  @Override
  public Integer call() throws IOException {
    ScenarioFile scenario = Transcripts.scenario(file, spec);
    String yaml = ScenarioWriter.write(name == null ? scenario : scenario.named(name));
    if (target == null) {
      PrintWriter out = spec.commandLine().getOut();
      out.print(yaml);
      out.flush();
    } else {
      Files.writeString(target, yaml);
    }
    return 0;
  }
}
