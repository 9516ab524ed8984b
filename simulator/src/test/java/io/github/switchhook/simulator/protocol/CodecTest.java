package io.github.switchhook.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.switchhook.simulator.Desk;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {
  private final Codec codec = new Codec(false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "{\"command\":\"session.start\"",
        "{} {}",
        "{\"command\":\"session.start\",\"command\":\"channel.dial\"}",
        "{'command':'session.start'}"
      })
  void keepsWhatIsNotJsonAsText(String text) throws Exception {
    JsonNode answer = answer(text);

    assertThat(answer.path("failure").path("code").textValue()).isEqualTo("malformed-message");
    assertThat(answer.path("original").textValue()).isEqualTo(text);
    assertThat(answer.has("command")).isFalse();
    assertThat(answer.has("target")).isFalse();
  }

  @Test
  void refusesToGoDeep() throws Exception {
    JsonNode answer = answer("{\"a\":" + "[".repeat(80) + "]".repeat(80) + "}");

    assertThat(answer.path("failure").path("code").textValue()).isEqualTo("malformed-message");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                                                     | expected a JSON object, got an array
          7                                                      | expected a JSON object, got the number 7
          {"target":"s","data":{}}                               | command: expected a name, got nothing
          {"command":5,"target":"s","data":{}}                   | command: expected a name, got the number 5
          {"command":" ","target":"s","data":{}}                 | command: expected a name, got the string " "
          {"command":"session.start","data":{}}                  | target: expected the path of an object, got nothing
          {"command":"session.start","target":["s"],"data":{}}   | target: expected the path of an object, got an array
          {"command":"session.start","target":"s"}               | data: expected an object, got nothing
          {"command":"session.start","target":"s","data":null}   | data: expected an object, got the null null
          {"command":"session.start","target":"s","data":"{}"}   | data: expected an object, got the string "{}"
          """)
  void saysWhatIsMalformed(String text, String message) throws Exception {
    JsonNode answer = answer(text);

    assertThat(answer.path("failure").path("code").textValue()).isEqualTo("malformed-message");
    assertThat(answer.path("failure").path("message").textValue()).isEqualTo(message);
    assertThat(answer.path("original")).isEqualTo(json(text));
  }

  @Test
  void doesNotKnowACommandWithABlankInIt() throws Exception {
    JsonNode answer = answer("{\"command\":\" session.start\",\"target\":\"s\",\"data\":{}}");

    assertThat(answer.path("failure").path("code").textValue()).isEqualTo("unknown-command");
    assertThat(answer.path("command").textValue()).isEqualTo(" session.start");
  }

  @Test
  void echoesNumbersAndUnknownPropertiesAsTheyCame() {
    Desk desk = Desk.ready();
    String data =
        "{\"destination\":\"5550110\",\"extensions\":{\"price\":1.10,\"big\":12345678901234567890}}";

    desk.sendRaw(
        "{\"command\":\"channel.dial\",\"target\":\""
            + desk.target("channel")
            + "\",\"data\":"
            + data
            + "}");

    assertThat(desk.exchange().wire).anyMatch(line -> line.contains("\"data\":" + data));
  }

  @Test
  void namesStateEventsAfterTheirObjectWhereTheDialectWantsIt() {
    Message.Event event =
        new Message.Event(ObjectKind.CHANNEL, "state.updated", "s.c", Map.of("state", "ACTIVE"));

    assertThat(codec.write(event))
        .isEqualTo(
            "{\"name\":\"state.updated\",\"target\":\"s.c\",\"data\":{\"state\":\"ACTIVE\"}}");
    assertThat(new Codec(true).write(event)).startsWith("{\"name\":\"channel.state.updated\"");
  }

  private JsonNode answer(String text) throws Exception {
    assertThat(codec.read(text)).isInstanceOf(Incoming.Malformed.class);
    return json(codec.write(((Incoming.Malformed) codec.read(text)).answer()));
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
