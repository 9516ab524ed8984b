package io.github.switchhook.cli.replay;

import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.transcript.Transcript;
import io.github.switchhook.conformance.transcript.TranscriptFormatException;
import io.github.switchhook.conformance.transcript.convert.TranscriptConverter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads the transcripts that a command was given. */
public final class Transcripts {
  private Transcripts() {}

  static boolean isTranscript(Path path) {
    String name = String.valueOf(path.getFileName());
    return Files.isRegularFile(path) && (name.endsWith(".jsonl") || name.endsWith(".ndjson"));
  }

  /** Reads a transcript; says on standard error if its end is missing. */
  public static Transcript read(Path file, CommandSpec spec) {
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(
          spec.commandLine(), "expected a transcript that can be read, got " + file);
    }
    try {
      Transcript transcript = Transcript.read(file);
      if (transcript.cutOff()) {
        spec.commandLine()
            .getErr()
            .println(Escape.line(file.toString()) + ": the last line is cut off and is left out");
        spec.commandLine().getErr().flush();
      }
      if (transcript.lines().isEmpty()) {
        throw new ParameterException(
            spec.commandLine(), file + ": expected a transcript, found not one whole line");
      }
      return transcript;
    } catch (TranscriptFormatException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** Reads a transcript as scenarios: one for each recording in it. */
  static List<ScenarioFile> scenarios(Path file, CommandSpec spec) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.\\w+$", "");
    List<Transcript> recordings = read(file, spec).recordings();
    List<ScenarioFile> scenarios = new ArrayList<>();
    try {
      for (Transcript recording : recordings) {
        String number = recordings.size() == 1 ? "" : " (" + (scenarios.size() + 1) + ")";
        scenarios.add(TranscriptConverter.toScenario(recording, name + number, file.toString()));
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    return scenarios;
  }
}
