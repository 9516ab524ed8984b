package io.github.switchhook.conformance.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class LadderTest {
  private static final Ladder LADDER =
      Ladder.of(
          List.of(
              line(
                  Direction.OUT,
                  AgentNames.FIRST,
                  "{\"command\":\"channel.dial\",\"target\":\"s.c\",\"data\":{\"destination\":\"5550110\"}}"),
              line(
                  Direction.IN,
                  AgentNames.FIRST,
                  "{\"command\":\"channel.dial\",\"result\":\"failure\",\"failure\":{\"code\":\"invalid-state\"}}"),
              line(
                  Direction.OUT,
                  AgentNames.FIRST,
                  "{\"command\":\"switchhook.barrier\",\"data\":{}}"),
              line(Direction.ACT, "", "{\"act\":\"call\",\"from\":\"<5559>\",\"to\":\"7002\"}"),
              line(
                  Direction.IN,
                  "Bob",
                  "{\"name\":\"interaction.created\",\"target\":\"t\",\"data\":{}}")));

  private static WireLine line(Direction direction, String agent, String text) {
    return new WireLine(1_500, direction, agent, agent.isEmpty() ? 0 : 1, text);
  }

  @Test
  void drawsText() {
    assertThat(LADDER.columns()).containsExactly(AgentNames.FIRST, "switch", "Bob", "outside");
    assertThat(LADDER.text(false).lines())
        .hasSize(5)
        .anyMatch(row -> row.contains("─channel.dial 5550110─") && row.contains("▶"))
        .anyMatch(row -> row.contains("◀") && row.contains("refused: invalid-state"))
        .anyMatch(row -> row.contains("<5559> calls 7002"))
        .noneMatch(row -> row.contains("barrier"));
    assertThat(LADDER.text(false)).doesNotContain("\u001b");
    assertThat(LADDER.text(true)).contains("\u001b[36m");
  }

  @Test
  void marksWhatWentWrong() {
    assertThat(LADDER.marked(1, "expected success").text(false).lines().toList().get(3))
        .contains("✗   expected success");
    assertThat(LADDER.marked(1, "a < b").svg()).contains("✗ a &lt; b");
    assertThat(LADDER.failedAtEnd("why").mermaid()).endsWith(": ✗ why\n");
  }

  @Test
  void drawsSvgThatIsWellFormed() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document svg =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(LADDER.svg().getBytes(StandardCharsets.UTF_8)));

    assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(4);
    assertThat(LADDER.svg()).contains("&lt;5559&gt; calls 7002");
  }

  @Test
  void drawsMermaid() {
    assertThat(LADDER.mermaid())
        .startsWith("sequenceDiagram\n  participant p0 as Alice\n")
        .contains("  p0->>p1: channel.dial 5550110\n")
        .contains("  p1-->>p2: interaction.created\n");
  }
}
