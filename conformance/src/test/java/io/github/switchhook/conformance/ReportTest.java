package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.profile.Ordering;
import io.github.switchhook.conformance.profile.RequirementOverride;
import io.github.switchhook.conformance.profile.Waiver;
import io.github.switchhook.conformance.report.ProfileOverride;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.verdict.Ending;
import io.github.switchhook.conformance.verdict.WaiverResult;
import io.github.switchhook.fixtures.Level;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportTest {
  static Stream<Report> reports() {
    return Stream.of(
        KitFixture.run(FakeSwitch.faultless()),
        KitFixture.run(FakeSwitch.withFault("channel.dial", lines -> lines.subList(0, 4))),
        KitFixture.run(FakeSwitch.withFault("channel.activate", lines -> lines.subList(0, 2))),
        KitFixture.run(FakeSwitch.withFault("session.start", lines -> List.of())),
        waived(),
        KitFixture.run(FakeSwitch.faultless())
            .without(List.copyOf(KitFixture.CATALOGUE.scenarios()), Ending.INTERRUPTED),
        KitFixture.run(FakeSwitch.faultless())
            .judgedBy(
                List.of("SWH-PROOF"),
                ProfileOverride.of(
                    List.of(
                        new RequirementOverride(
                            "SWH-PROOF-002",
                            "the manual",
                            "page 7",
                            Optional.of(Level.MAY),
                            Optional.of("Dialling"),
                            Optional.of(List.of()))),
                    KitFixture.CATALOGUE.requirements())));
  }

  /** Returns a report with one waiver in each state. */
  private static Report waived() {
    LocalDate later = LocalDate.of(2100, 1, 1);
    Report report =
        KitFixture.run(
            FakeSwitch.withFault("channel.dial", lines -> lines.subList(0, 4)),
            KitFixture.target(
                new Ordering.ByBarrier(),
                Dialect.PLAIN,
                List.of(),
                List.of(
                    new Waiver("SWH-PROOF-002", "known", "https://tracker.example/7", later),
                    new Waiver("SWH-PROOF-001", "expired", null, LocalDate.of(2020, 1, 1)),
                    new Waiver("SWH-PROOF-003", "passes", null, later))),
            RunOptions.DEFAULT);
    assertThat(report.runVerdict().waivers())
        .extracting(result -> result.state())
        .containsExactlyInAnyOrder(
            WaiverResult.State.NEEDED, WaiverResult.State.EXPIRED, WaiverResult.State.PASSES);
    return report;
  }

  @ParameterizedTest
  @MethodSource("reports")
  void writesResultsThatItsSchemaDescribes(Report report) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Report.class.getResourceAsStream("results.schema.json"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(text, InputFormat.JSON);

      assertThat(schema.validate(report.json(), InputFormat.JSON)).isEmpty();
    }
  }

  @Test
  void writesJUnitXmlThatCanBeRead(@TempDir Path directory) throws Exception {
    KitFixture.run(
            FakeSwitch.withFault(
                "channel.dial", lines -> List.of(lines.get(0), "\u0001 & <not> \"JSON\" ]]>")))
        .write(directory);

    String xml = Files.readString(directory.resolve("junit.xml"));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(3);
    assertReadable(document);
    assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("failure").item(0).getTextContent())
        .contains("& <not> \"JSON\" ]]>");
  }

  @Test
  void junitXmlSaysWhyNothingCouldBePlayed(@TempDir Path directory) throws Exception {
    KitFixture.run(FakeSwitch.withFault("session.start", lines -> List.of())).write(directory);

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(directory.resolve("junit.xml").toFile());
    assertReadable(document);
    assertThat(attribute(document.getElementsByTagName("error").item(0), "message")).isNotBlank();
  }

  /** Asserts that Jenkins, GitLab, Azure and Surefire's own reader find what they look for. */
  private static void assertReadable(Document document) {
    NodeList suites = document.getElementsByTagName("testsuite");
    for (int i = 0; i < suites.getLength(); i++) {
      Element suite = (Element) suites.item(i);
      assertThat(attribute(suite, "name")).isNotBlank();
      assertThat(attribute(suite, "time")).matches("\\d+\\.\\d{3}");
      assertCount(suite, "tests", "testcase");
      assertCount(suite, "failures", "failure");
      assertCount(suite, "errors", "error");
      assertCount(suite, "skipped", "skipped");
    }
    NodeList cases = document.getElementsByTagName("testcase");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < cases.getLength(); i++) {
      Node each = cases.item(i);
      assertThat(attribute(each, "time")).matches("\\d+\\.\\d{3}");
      assertThat(names.add(attribute(each, "classname") + "." + attribute(each, "name")))
          .as("readers tell cases apart by class and name")
          .isTrue();
    }
    for (String why : List.of("failure", "error", "skipped")) {
      NodeList all = document.getElementsByTagName(why);
      for (int i = 0; i < all.getLength(); i++) {
        assertThat(attribute(all.item(i), "message")).isNotBlank();
      }
    }
  }

  private static void assertCount(Element suite, String attribute, String tag) {
    assertThat(suite.getAttribute(attribute))
        .isEqualTo(String.valueOf(suite.getElementsByTagName(tag).getLength()));
  }

  private static String attribute(Node node, String name) {
    return ((Element) node).getAttribute(name);
  }

  @Test
  void coloursOnlyWhereItIsAsked() {
    Report report = KitFixture.run(FakeSwitch.faultless());

    assertThat(report.pretty(false))
        .doesNotContain("\u001b")
        .contains("✓ channel.dial")
        .contains("core: success");
    assertThat(report.pretty(true)).contains("\u001b[32m");
  }

  @Test
  void summarizesInMarkdown() {
    assertThat(KitFixture.run(FakeSwitch.faultless()).markdown())
        .startsWith("# fake: success")
        .contains("| channel.dial | pass | 3 | 3 |  |")
        .contains("| core | success | 5 | 5 |  |");
  }
}
