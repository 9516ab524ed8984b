package io.github.switchhook.conformance.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The place that scenario files and their includes are read from. */
public interface ScenarioSource {
  /**
   * Returns the text of a file.
   *
   * @param name relative to this folder, with slashes
   * @throws NoSuchFileException if there is none
   * @throws IOException if it cannot be read
   */
  String read(String name) throws IOException;

  /** Returns what messages call a file of this folder. */
  String label(String name);

  /** Returns a folder of the disk. */
  static ScenarioSource of(Path directory) {
    return new ScenarioSource() {
      @Override
      public String read(String name) throws IOException {
        return Files.readString(directory.resolve(name));
      }

      @Override
      public String label(String name) {
        return directory.resolve(name).toString();
      }
    };
  }

  /** Returns the scenario files that are packaged with the kit. */
  static ScenarioSource library() {
    return new ScenarioSource() {
      @Override
      public String read(String name) throws IOException {
        try (InputStream in = ScenarioSource.class.getResourceAsStream("/scenarios/" + name)) {
          if (in == null) {
            throw new NoSuchFileException("scenarios/" + name);
          }
          return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
      }

      @Override
      public String label(String name) {
        return "scenarios/" + name;
      }
    };
  }

  /** Returns what people call the packaged scenarios, in order. */
  static List<String> libraryNames() {
    return libraryFiles().stream().map(name -> name.replaceFirst("\\.yaml$", "")).toList();
  }

  /** Returns the names of the files of the packaged library, in order. */
  static List<String> libraryFiles() {
    try {
      return library().read("index.txt").lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the packaged scenarios cannot be read", e);
    }
  }
}
