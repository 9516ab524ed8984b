package io.github.switchhook.conformance.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.yaml.snakeyaml.Yaml;

/** Writes the same hostile texts to every medium and reads them back. */
class EscapeTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ENTITY = Pattern.compile("#([0-9]+);");
  private static final Pattern ACTIVE = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*+[`*_\\[\\]|~#!$]");

  static Stream<String> nasty() {
    return Nasty.TEXTS.stream();
  }

  static Map<String, UnaryOperator<String>> media() {
    return Map.of(
        "line", Escape::line,
        "lines", Escape::lines,
        "JSON", Escape::json,
        "markup", Escape::markup,
        "Markdown", Escape::markdown,
        "code in Markdown", Escape::codeSpan,
        "a block in Markdown", Escape::codeBlock,
        "YAML", Escape::yaml,
        "Mermaid", Escape::mermaid);
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void noTextControlsItsMedium(String nasty) {
    media()
        .forEach(
            (medium, escape) -> {
              String escaped = escape.apply(nasty).replace("\r", "");
              assertThat(Nasty.hidden(escaped)).as(medium).isEmpty();
            });
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void aLineStaysALine(String nasty) {
    assertThat(
            Stream.<UnaryOperator<String>>of(
                    Escape::line, Escape::markdown, Escape::codeSpan, Escape::yaml, Escape::mermaid)
                .map(escape -> escape.apply(nasty)))
        .noneMatch(text -> text.contains("\n"));
    assertThat(Escape.line(Escape.line(nasty))).as("twice").isEqualTo(Escape.line(nasty));
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void jsonAndYamlLoseNothing(String nasty) throws Exception {
    String json = Escape.json(JSON.writeValueAsString(TextNode.valueOf(nasty)));
    assertThat(JSON.readTree(json).textValue()).isEqualTo(nasty);
    assertThat(new Yaml().<String>load(Escape.yaml(nasty))).isEqualTo(nasty);
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void markupIsText(String nasty) throws Exception {
    String escaped = Escape.markup(nasty);
    Element element =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new InputSource(
                    new StringReader(
                        "<a one='%s' two=\"%s\">%s</a>".formatted(escaped, escaped, escaped))))
            .getDocumentElement();

    assertThat(element.getChildNodes().getLength()).isEqualTo(1);
    assertThat(
            List.of(
                element.getTextContent(), element.getAttribute("one"), element.getAttribute("two")))
        .containsOnly(Escape.lines(nasty));
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void markdownIsText(String nasty) {
    String escaped = Escape.markdown(nasty);

    assertThat(escaped).doesNotContain("<", ">").doesNotContainPattern("&(?!amp;|lt;|gt;)");
    assertThat(ACTIVE.matcher(escaped).find()).as(escaped).isFalse();
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void noBlockEndsEarly(String nasty) {
    List<String> lines = Escape.codeBlock(nasty).lines().toList();
    String fence = lines.get(0);

    assertThat(fence).matches("`{4,}");
    assertThat(lines.get(lines.size() - 1)).isEqualTo(fence);
    assertThat(lines.subList(1, lines.size() - 1)).noneMatch(line -> line.contains(fence));
    String span = Escape.codeSpan(nasty);
    String ticks = span.replaceFirst("[^`].*", "");
    assertThat(span).endsWith(ticks);
    assertThat(span.substring(ticks.length(), span.length() - ticks.length()))
        .doesNotContain(ticks);
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void mermaidReadsItBack(String nasty) {
    String escaped = Escape.mermaid(nasty);

    assertThat(ENTITY.matcher(escaped).replaceAll(""))
        .doesNotContain("#", ";", "%", "\"", "<", "{");
    assertThat(
            ENTITY
                .matcher(escaped)
                .replaceAll(
                    match ->
                        Matcher.quoteReplacement(
                            Character.toString(Integer.parseInt(match.group(1))))))
        .isEqualTo(Escape.line(nasty));
  }

  @Test
  void visibleCharactersStay() {
    String text = "Grüße, 世界 😀 👍🏽 é ₂ – „so“";

    assertThat(Escape.line(text)).isSameAs(text);
    assertThat(Escape.markup(text)).isSameAs(text);
    assertThat(Escape.surrogates(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void noCutSplitsAPair(String nasty) {
    String whole = Escape.surrogates(nasty);
    IntStream.rangeClosed(0, Math.min(whole.length() + 1, 200))
        .forEach(
            at -> {
              String head = Excerpt.head(whole, at);
              assertThat(Escape.surrogates(head)).isEqualTo(head);
              assertThat(head.length()).isBetween(Math.min(at, whole.length()) - 1, at);
            });
  }
}
