package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The number of scenarios that the packaged features must have, so that a loss is seen. */
final class CatalogueSize {
  private CatalogueSize() {}

  /** Fails unless a run of the whole kit has a result for each packaged scenario. */
  static void assertWhole(Report report) throws IOException {
    List<ScenarioResult> played =
        report.scenarios().stream()
            .filter(result -> !result.scenario().feature().equals(Scenario.SURVEY))
            .toList();
    assertThat(played)
        .as(
            "results of scenarios; after adding or removing scenarios on purpose, change the"
                + " number in features/src/main/resources/catalogue.properties")
        .hasSize(declared());
  }

  private static int declared() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = CatalogueSize.class.getResourceAsStream("/catalogue.properties")) {
      properties.load(Objects.requireNonNull(in));
    }
    return Integer.parseInt(properties.getProperty("scenarios"));
  }
}
