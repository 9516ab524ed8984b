package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.switchhook.conformance.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReportTest {
  static Stream<Report> reports() {
    return Stream.of(
        Proof.run(FakeSwitch.faultless()),
        Proof.run(FakeSwitch.withFault("channel.dial", lines -> lines.subList(0, 4))),
        Proof.run(FakeSwitch.withFault("channel.activate", lines -> lines.subList(0, 2))),
        Proof.run(FakeSwitch.withFault("session.start", lines -> List.of())));
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
    Proof.run(
            FakeSwitch.withFault(
                "channel.dial", lines -> List.of(lines.get(0), "\u0001 & <not> \"JSON\" ]]>")))
        .write(directory);

    String xml = Files.readString(directory.resolve("junit.xml"));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(3);
    assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("failure").item(0).getTextContent())
        .contains("& <not> \"JSON\" ]]>");
  }

  @Test
  void coloursOnlyWhereItIsAsked() {
    Report report = Proof.run(FakeSwitch.faultless());

    assertThat(report.pretty(false))
        .doesNotContain("\u001b")
        .contains("✓ channel.dial")
        .contains("core: success");
    assertThat(report.pretty(true)).contains("\u001b[32m");
  }

  @Test
  void summarizesInMarkdown() {
    assertThat(Proof.run(FakeSwitch.faultless()).markdown())
        .startsWith("# fake: success")
        .contains("| channel.dial | pass | 3 | 3 |  |")
        .contains("| core | success | 5 | 5 |  |");
  }
}
