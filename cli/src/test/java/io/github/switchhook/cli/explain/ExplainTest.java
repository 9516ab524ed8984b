package io.github.switchhook.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.switchhook.fixtures.Protocol;
import io.github.switchhook.fixtures.ProtocolTopic;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** Runs {@code switchhook explain} in this process. */
class ExplainTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int explain(String... words) {
    return new CommandLine(new ExplainCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(words);
  }

  @Test
  void theJarHasTheDocumentOfTheRoot() throws IOException {
    assertThat(Protocol.load().text()).isEqualTo(Files.readString(Path.of("..", "PROTOCOL.md")));
  }

  @ParameterizedTest
  @EnumSource(ProtocolTopic.class)
  void printsEachTopic(ProtocolTopic topic) {
    assertThat(explain(topic.word().split(" "))).isZero();

    assertThat(out.toString()).startsWith("#").hasLineCount(lines(topic));
    assertThat(new CommandLine(new ExplainCommand()).getUsageMessage()).contains(topic.word());
  }

  private static int lines(ProtocolTopic topic) {
    String text = new ProtocolSamples(topic.of(Protocol.load())).text();
    assertThat(text.lines().count()).isGreaterThan(4);
    return (int) text.lines().count() + 1;
  }

  @Test
  void listsTheTopics() {
    assertThat(explain()).isZero();

    assertThat(out.toString()).contains(ProtocolTopic.words());
  }

  @Test
  void showsACommandAsJsonToPaste() throws IOException {
    assertThat(explain("conversation.hold")).isZero();

    String text = out.toString();
    assertThat(text).contains("request:", "response:", "failure:", "events:", "SWH-HOLD-001");
    String request = text.substring(text.indexOf("request:") + 9).lines().findFirst().orElse("");
    assertThat(MAPPER.readTree(request).path("command").asText()).isEqualTo("conversation.hold");
  }

  @Test
  void showsACommandToAProgram() throws IOException {
    assertThat(explain("conversation.hold", "--format", "json")).isZero();

    JsonNode all = MAPPER.readTree(out.toString());
    JsonNode first = all.at("/samples/0");
    assertThat(first.path("situation").asText()).isEqualTo("Alice talks to 5550100.");
    assertThat(first.at("/steps/0/request/command").asText()).isEqualTo("conversation.hold");
    assertThat(first.at("/steps/0/response/result").asText()).isEqualTo("success");
    assertThat(first.at("/steps/0/events/alice/0/data/state").asText()).isEqualTo("HELD");
    assertThat(first.at("/steps/1/response/failure/code").asText()).isEqualTo("invalid-state");
    assertThat(first.at("/steps/1/request")).isEqualTo(first.at("/steps/1/response/original"));
    assertThat(all.at("/requirements/0/id").asText()).isEqualTo("SWH-HOLD-001");
  }

  @Test
  void showsATopicToAProgram() throws IOException {
    assertThat(explain("rules", "--format", "json")).isZero();

    JsonNode all = MAPPER.readTree(out.toString());
    assertThat(all.path("topic").asText()).isEqualTo("rules");
    assertThat(all.path("text").asText()).contains("R1", "R6");
    assertThat(all.at("/samples/0/steps/0/then").asText()).isEqualTo("A customer calls Alice.");
  }

  @ParameterizedTest
  @CsvSource({
    "rulez, rules",
    "bad inputs, bad-input",
    "channel.dail, channel.dial",
    "SWH-DAIL-001, SWH-DIAL-001"
  })
  void suggestsTheNearestWord(String word, String meant) {
    assertThat(explain(word.split(" "))).isEqualTo(2);

    assertThat(err.toString()).contains("got " + word + ", did you mean '" + meant + "'?");
  }
}
