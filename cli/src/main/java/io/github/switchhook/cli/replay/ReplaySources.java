package io.github.switchhook.cli.replay;

import io.github.switchhook.cli.ErrorMessages;
import io.github.switchhook.conformance.runner.FeatureFile;
import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.scenario.ScenarioFormatException;
import io.github.switchhook.conformance.scenario.ScenarioReader;
import io.github.switchhook.conformance.scenario.ScenarioSource;
import io.github.switchhook.fixtures.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The scenario files and features that were named on the command line, or found in a named folder.
 */
record ReplaySources(List<ScenarioFile> scenarios, List<FeatureFile> features) {
  private static final String FEATURE = ".feature";
  private static final Pattern PLAYABLE = Pattern.compile("[^._].*\\.(yaml|feature)");

  /**
   * Reads files, folders, transcripts and names from the library; nothing stands for the library.
   */
  static ReplaySources of(List<String> sources, CommandSpec spec) {
    try {
      if (sources.isEmpty()) {
        return new ReplaySources(ScenarioReader.library(), List.of());
      }
      ReplaySources all = new ReplaySources(new ArrayList<>(), new ArrayList<>());
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
      playable(path, spec).forEach(this::add);
    } else if (!Files.exists(path)) {
      scenarios.addAll(packaged(source, spec));
    } else {
      add(path);
    }
  }

  private void add(Path file) {
    if (file.toString().endsWith(FEATURE)) {
      features.add(FeatureFile.load(file));
    } else {
      scenarios.addAll(ScenarioReader.load(file));
    }
  }

  /**
   * Finds what can be played in a folder and below, in the order of the paths. What begins with an
   * underscore is there to be included, what begins with a dot is hidden.
   */
  private static List<Path> playable(Path directory, CommandSpec spec) {
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> found =
          files
              .filter(Files::isRegularFile)
              .filter(file -> PLAYABLE.matcher(String.valueOf(file.getFileName())).matches())
              .filter(file -> !isHidden(directory.relativize(file)))
              .sorted(Comparator.comparing(file -> file.toString().replace('\\', '/')))
              .toList();
      if (found.isEmpty()) {
        throw new ParameterException(
            spec.commandLine(),
            directory
                + ": expected scenario files (*.yaml) or features (*.feature) in it or in a folder"
                + " below, found none");
      }
      return found;
    } catch (IOException | UncheckedIOException e) {
      throw new ParameterException(
          spec.commandLine(), directory + " cannot be read: " + ErrorMessages.describe(e), e);
    }
  }

  private static boolean isHidden(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .anyMatch(part -> part.toString().startsWith("."));
  }

  private static List<ScenarioFile> packaged(String source, CommandSpec spec) {
    List<String> names = ScenarioSource.libraryNames();
    if (names.contains(source)) {
      return ScenarioReader.load(ScenarioSource.library(), source + ".yaml");
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
