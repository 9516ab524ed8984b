package io.github.switchhook.conformance;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A program that a test needs and the build does not bring, found on the PATH. Where it is missing
 * the test is skipped by its name; where {@code SWITCHHOOK_REQUIRE} (names with commas) lists it,
 * as .ci/run does after it has installed it, the test fails.
 */
public final class InstalledTool {
  private static final String REQUIRE = "SWITCHHOOK_REQUIRE";

  private InstalledTool() {}

  /** Returns the program's file, or skips or fails the calling test. */
  public static Path find(String name) {
    return find(name, variable("PATH"), variable(REQUIRE));
  }

  static Path find(String name, String path, String required) {
    Optional<Path> found =
        List.of(path.split(File.pathSeparator)).stream()
            .filter(folder -> !folder.isEmpty())
            .map(folder -> Path.of(folder, name))
            .filter(Files::isRegularFile)
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty() && List.of(required.split(",")).contains(name)) {
      Assertions.fail(name + " is not on the PATH, but " + REQUIRE + " says that it has to be");
    }
    Assumptions.assumeTrue(found.isPresent(), name + " is not on the PATH");
    return found.orElseThrow();
  }

  private static String variable(String name) {
    return Optional.ofNullable(System.getenv(name)).orElse("");
  }
}
