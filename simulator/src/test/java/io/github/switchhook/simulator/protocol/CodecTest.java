package io.github.switchhook.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.switchhook.simulator.SwitchFixture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
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
    SwitchFixture desk = SwitchFixture.ready();
    String data =
        "{\"destination\":\"5550110\",\"extensions\":{\"price\":1.10,\"big\":12345678901234567890}}";

    desk.sendRaw(
        "{\"command\":\"channel.dial\",\"target\":\""
            + desk.target("channel")
            + "\",\"data\":"
            + data
            + "}");

    assertThat(desk.context().wire).anyMatch(line -> line.contains("\"data\":" + data));
  }

  @Test
  void keepsTheBeginningOfWhatIsLongAndNoJson() throws Exception {
    JsonNode answer = answer("😀".repeat(4095) + "ab" + "x".repeat(1000));

    assertThat(answer.path("original").textValue())
        .isEqualTo("😀".repeat(4095) + "a… (5097 characters)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"command\":\"\\ud800\"}",
        "{\"command\":\"\\ude00\\ud83d\",\"target\":\"\\uDBFF\"}",
        "{\"\\ud800\":1}",
        "{\"a\\udc00\\\\ud800\":{\"\\ud800\\ud800\":[\"\\ud83d\\ude00\\ud83d\"]}}",
        "[\"\\ud800\"]"
      })
  void keepsHalfASurrogatePairAsAnEscape(String text) {
    String written = codec.write(((Incoming.Malformed) codec.read(text)).answer());

    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(written)).isTrue();
    assertThat(written.toLowerCase(Locale.ROOT))
        .contains(
            "\"original\":" + text.toLowerCase(Locale.ROOT).replace("\\ud83d\\ude00", "😀") + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"😀", "x😀", "\ud83d", "{\"a\":😀", "\uFEFF{}", "{\"a\":\u0000}"})
  void answersAnyTextInUtf8(String text) throws Exception {
    String written = codec.write(((Incoming.Malformed) codec.read(text)).answer());

    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(written)).isTrue();
    assertThat(json(written).path("original").textValue()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a":1                    | it ends too early, line 1, column
          {} {}                     | something follows it
          {"a":secret}              | what stands there is none, line 1, column
          {'a':1}                   | what stands there is none, line 1, column 2; expected double-quote
          {"a":1e2147483648}        | the exponent of a number is too large
          {"a":1,"a":2}             | the name "a" is in it twice, line 1, column
          """)
  void saysWhyItIsNoJson(String text, String problem) throws Exception {
    assertThat(answer(text).at("/failure/message").textValue())
        .startsWith("expected one JSON object: " + problem)
        .doesNotContain("secret");
  }

  @Test
  void namesNoClassWhereALimitIsPassed() throws Exception {
    for (String text : List.of("[".repeat(70), "[" + "9".repeat(1001) + "]")) {
      assertThat(answer(text).at("/failure/message").textValue())
          .containsPattern("exceeds the maximum allowed \\([0-9]+\\)$");
    }
  }

  @Test
  void quotesNoMoreThanSixtyCodePointsAndNothingInvisible() throws Exception {
    String word = "\\n\\u202e" + "x".repeat(60_000);
    List<String> messages =
        List.of(
            "{\"command\":\"" + word + "\"}",
            "{\"command\":" + "9".repeat(1000) + "}",
            "{\"command\":\"channel.dial\",\"target\":\"s\",\"data\":\"" + word + "\"}",
            "\"" + word + "\"",
            "{\"" + word + "\":1,\"" + word + "\":2}",
            "x".repeat(60_000));
    for (String text : messages) {
      String message = answer(text).at("/failure/message").textValue();

      assertThat(message).hasSizeLessThan(200);
      assertThat(message).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]");
    }
  }

  @Test
  void namesStateEventsAfterTheirObjectWhereTheDialectWantsIt() {
    Message.Event event =
        new Message.Event(
            ObjectKind.CHANNEL, "state.updated", "s.c", Map.of("state", "ACTIVE"), null);

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
