package io.github.switchhook.cli;

import io.github.switchhook.conformance.FeatureFile;
import io.github.switchhook.conformance.scenario.Folder;
import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.scenario.ScenarioFiles;
import io.github.switchhook.conformance.scenario.ScenarioFormatException;
import io.github.switchhook.fixtures.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What somebody named to be played. */
record Repertoire(List<ScenarioFile> scenarios, List<FeatureFile> features) {
  private static final String FEATURE = ".feature";

  /**
   * Reads files, folders, transcripts and names from the library; nothing stands for the library.
   */
  static Repertoire of(List<String> sources, CommandSpec spec) {
    try {
      if (sources.isEmpty()) {
        return new Repertoire(ScenarioFiles.library(), List.of());
      }
      Repertoire all = new Repertoire(new ArrayList<>(), new ArrayList<>());
      sources.forEach(source -> all.add(source, spec));
      return all;
    } catch (ScenarioFormatException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** Returns how many scenarios there are. */
  int size() {
    return scenarios.size()
        + features.stream().mapToInt(feature -> feature.catalogue().scenarios().size()).sum();
  }

  private void add(String source, CommandSpec spec) {
    Path path = Path.of(source);
    if (Transcripts.isTranscript(path)) {
      scenarios.addAll(Transcripts.scenarios(path, spec));
    } else if (Files.isDirectory(path)) {
      List<Path> found = features(path);
      found.forEach(feature -> features.add(FeatureFile.load(feature)));
      if (found.isEmpty() || ScenarioFiles.areIn(path)) {
        scenarios.addAll(ScenarioFiles.load(path));
      }
    } else if (!Files.exists(path)) {
      scenarios.addAll(packaged(source, spec));
    } else if (source.endsWith(FEATURE)) {
      features.add(FeatureFile.load(path));
    } else {
      scenarios.addAll(ScenarioFiles.load(path));
    }
  }

  private static List<Path> features(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(FEATURE)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be read", e);
    }
  }

  private static List<ScenarioFile> packaged(String source, CommandSpec spec) {
    List<String> names =
        Folder.libraryFiles().stream().map(name -> name.replaceFirst("\\.yaml$", "")).toList();
    if (names.contains(source)) {
      return ScenarioFiles.load(Folder.library(), source + ".yaml");
    }
    throw new ParameterException(
        spec.commandLine(),
        "expected a scenario file, a feature, a folder, or a name from the library, got "
            + source
            + Spelling.nearest(source, names)
                .map(name -> " (did you mean " + name + "?)")
                .orElse(""));
  }
}
