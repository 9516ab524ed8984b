package io.github.switchhook.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.fixtures.Register;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packaged features keep the rules and cover the register. */
class FeaturesTest {

  private static final Path ROOT = Path.of("src", "main", "resources", "features");

  @Test
  void keepTheRulesAndCoverTheRegister() throws IOException {
    FeatureLint lint = new FeatureLint(Register.load());
    List<FeatureFile> files = files();
    files.forEach(lint::check);

    assertThat(lint.checkCoverage()).isEmpty();
    assertThat(files.stream().mapToInt(f -> f.pickles().size()).sum())
        .as(
            "scenarios in the features; after adding or removing some on purpose, change the"
                + " number in features/src/main/resources/catalogue.properties")
        .isEqualTo(declared());
  }

  @Test
  void thereIsOneFilePerCommand() throws IOException {
    assertThat(files())
        .filteredOn(f -> !FeatureFile.OF_NO_COMMAND.contains(f.folder()))
        .extracting(FeatureFile::command)
        .containsExactlyInAnyOrderElementsOf(
            Register.load().all().stream()
                .flatMap(r -> Stream.ofNullable(r.command()))
                .distinct()
                .toList());
  }

  private static int declared() throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(ROOT.resolveSibling("catalogue.properties"))) {
      properties.load(reader);
    }
    return Integer.parseInt(properties.getProperty("scenarios"));
  }

  private static List<FeatureFile> files() throws IOException {
    try (Stream<Path> paths = Files.walk(ROOT)) {
      return paths.filter(Files::isRegularFile).sorted().map(FeaturesTest::parse).toList();
    }
  }

  private static FeatureFile parse(Path path) {
    try {
      return FeatureFile.parse(
          ROOT.relativize(path).toString().replace('\\', '/'), Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }
}
