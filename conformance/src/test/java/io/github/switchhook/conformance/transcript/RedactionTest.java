package io.github.switchhook.conformance.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.protocol.Json;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are blanked, which stay, and the time that it takes. */
class RedactionTest {
  private static final String SECRET = "hunter2";
  private static final int ROUNDS = 5;
  private static final int SIZE = 1 << 17;
  private static final double MOST = 8;
  private static final long FLOOR_NANOS = 1_000_000;

  private final Redaction redaction = Redaction.of(List.of("ssn"));

  /** HUNTER stands for the secret. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // JSON
        "{\"password\":\"HUNTER\"}",
        "{\"Password\" : \"HUNTER\"}",
        "{\"agentPassword\":\"HUNTER\"}",
        "{\"client_secret\":\"HUNTER\",\"x-api-key\":\"HUNTER\",\"accessToken\":\"HUNTER\"}",
        "{\"pass\":\"HUNTER\",\"pwd\":\"HUNTER\",\"passwd\":\"HUNTER\",\"credentials\":[\"HUNTER\"]}",
        "{\"ssn\":\"HUNTER\"}",
        "{\"\\u0070assword\":\"HUNTER\"}",
        "{\"password\":{\"value\":\"HUNTER\",\"salt\":[1,\"HUNTER\"]}}",
        "{\"password\":[\"HUNTER\"]}",
        "{\"password\":\"a\",\"password\":\"HUNTER\"}",
        "{\"note\":\"password=HUNTER\"}",
        "{\"note\":\"p\\u0061ssword=HUNTER\"}",
        "{\"note\":\"{\\\"password\\\":\\\"HUNTER\\\"}\"}",
        "{\"note\":\"{\\\"note\\\":\\\"{\\\\\\\"password\\\\\\\":\\\\\\\"HUNTER\\\\\\\"}\\\"}\"}",
        "{\"headers\":[{\"name\":\"Authorization\",\"value\":\"HUNTER\"}]}",
        "{\"headers\":[{\"value\":\"HUNTER\",\"name\":\"X-Auth-Token\"}]}",
        "{\"headers\":[{\"name\":\"Cookie\",\"values\":[\"HUNTER\",{\"a\":\"HUNTER\"}]}]}",
        "{\"headers\":[[\"Authorization\",\"HUNTER\"]]}",
        "{\"headers\":{\"Authorization\":\"Bearer HUNTER\"}}",
        "{\"headers\":[\"Authorization: Basic HUNTER\"]}",
        "{\"password=HUNTER\":1}",
        "[\"token\",\"HUNTER\"]",
        "\"password=HUNTER\"",
        "{\"a\":1}\n{\"password\":\"HUNTER\"}",
        "{\"url\":\"wss://alice:HUNTER@cti.example/agent\"}",
        "{\"url\":\"wss://cti.example/agent?x=1&token=HUNTER&y=2\"}",
        // nearly JSON
        "{\"password\":\"HUNTER\"",
        "{\"password\":\"HUNTER",
        "{\"password\":HUNTER}",
        "{password:HUNTER}",
        "{'password':'HUNTER'}",
        "{\"a\":1,}{\"password\" : \"HUNTER\"}",
        "{\"password\":\n  \"HUNTER\",",
        "{\"note\":\"{\\\"password\\\":\\\"HUNTER\\\"",
        "{\"note\":\"{\\\"password\\\":\\\"a\\\\\\\"HUNTER\\\"}\",",
        "LOGIN {\"password\":\"HUNTER\"}",
        "{\"\\u0070assword\":\"HUNTER\",",
        "{\"\\\\u0070assword\":\"HUNTER\",",
        "[[[[[[[[{\"password\":\"HUNTER\"}",
        // other text
        "password=HUNTER",
        "PASSWORD = HUNTER",
        "user=alice password=HUNTER",
        "user=alice;password=HUNTER;host=x",
        "password: HUNTER",
        "password='HUNTER'",
        "password=\"HUNTER\"",
        "password=correct horse HUNTER",
        "pass: HUNTER",
        "pwd:HUNTER",
        "pw=HUNTER",
        "token => HUNTER",
        "token=HUNTER&a=b",
        "p%61ssword=HUNTER",
        "p%2561ssword=HUNTER",
        "password%3DHUNTER",
        "password%3dHUNTER%26a%3db",
        "&quot;password&quot;:&quot;HUNTER&quot;",
        "p&#97;ssword=HUNTER",
        "p\\x61ssword=HUNTER",
        "p\\u0061ssword=HUNTER",
        "p\\\\\\\\u0061ssword=HUNTER",
        "<password>HUNTER</password>",
        "<ns:password>HUNTER</ns:password>",
        "<password type=\"text\">HUNTER</password>",
        "<password><![CDATA[HUNTER]]></password>",
        "<password value=\"HUNTER\"/>",
        "<param name=\"password\" value=\"HUNTER\"/>",
        "<param password=\"HUNTER\"/>",
        "login --password HUNTER --x",
        "Authorization: Bearer HUNTER",
        "authorization:bearer HUNTER",
        "Authorization: Digest username=\"alice\", response=\"HUNTER\"",
        "Authorization: Custom a=b; c=HUNTER",
        "Proxy-Authorization: Basic HUNTER",
        "Cookie: a=b; sid=HUNTER",
        "Set-Cookie: sid=HUNTER; Path=/",
        "GET /agent?access_token=HUNTER HTTP/1.1",
        "sent bearer HUNTER",
        "1008 token=HUNTER",
        "1008 refused: password \"HUNTER\" of alice, password=HUNTER",
        "ws://alice:HUNTER@host/agent",
        "ws://HUNTER@host",
        "ws://alice:8x/HUNTER@host/agent",
        "ws://a,ws://alice:HUNTER@host",
        "ws://alice:a@HUNTER@host"
      })
  void blanks(String text) {
    String blanked = redaction.redact(text.replace("HUNTER", SECRET));

    assertThat(blanked).contains("***").doesNotContain("hunter").doesNotContain("unter2");
    assertThat(redaction.redact(blanked)).as("again").isEqualTo(blanked);
  }

  /** alice:hunter2, as in a header. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic YWxpY2U6aHVudGVyMg==",
        "{\"note\":\"basic YWxpY2U6aHVudGVyMg==\"}",
        "{\"auth\":\"YWxpY2U6aHVudGVyMg==\"}",
        "got eyJhbGciOiJIUzI1NiJ9.YWxpY2U6aHVudGVyMg.c2lnbmF0dXJl"
      })
  void blanksWhatIsEncoded(String text) {
    assertThat(redaction.redact(text)).contains("***").doesNotContain("YWxpY2U6aHVudGVyMg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{ \"name\" : \"state.updated\",\"target\":\"s.c\", \"a\":1.10 }",
        "{\"data\":{\"key\":\"account\",\"value\":\"4711\"}}",
        "{\"data\":{\"destination\":\"5550100\",\"secretary\":\"Bob\",\"passenger\":1}}",
        "{\"data\":{\"url\":\"https://crm.example:8443/account?id=1@2\"}}",
        "{\"data\":{\"bypass\":\"a\",\"compass\":\"b\",\"spin\":\"c\",\"author\":\"d\"}}",
        "{\"password\":null,\"token\":true}",
        "{\"note\":\"\\u00e4 a %41 &amp; b\\n\"}",
        "1000 bye",
        "ws://127.0.0.1:8017/agent",
        "she has forgotten her password",
        "the basic plan, at 5:30 p.m.",
        "{\"broken\":",
        "\\ud800 \ud800 %zz &#x; \\u12"
      })
  void leavesAlone(String text) {
    assertThat(redaction.redact(text)).isEqualTo(text);
  }

  @Test
  void leavesWhatStandsAround() {
    assertThat(
            redaction.redact(
                "{\"Password\":\"a\\\"b\",\"token\" : \"x\",\"ssn\":12,\"id\":\"alice\" }"))
        .isEqualTo("{\"Password\":\"***\",\"token\" : \"***\",\"ssn\":\"***\",\"id\":\"alice\" }");
    assertThat(redaction.redact("{\"note\":\"a password=b&c=\\u00e4\",\"x\":[1, 2]}"))
        .isEqualTo("{\"note\":\"a password=***&c=\u00e4\",\"x\":[1, 2]}");
    assertThat(redaction.redact("user=alice, password=b, host=c"))
        .isEqualTo("user=alice, password=***, host=c");
    assertThat(redaction.redact("wss://a:b@cti.example/x?token=c&d=e"))
        .isEqualTo("wss://***@cti.example/x?token=***&d=e");
    String far = "{\"note\":\"" + "x".repeat(100_000) + "\",\"password\":\"hunter2\",\"z\":1}";
    assertThat(redaction.redact(far)).isEqualTo(far.replace("hunter2", "***"));
  }

  /** A request that was recorded without its secret is the same as one that has it. */
  @Test
  void fillsWhatWasBlanked() {
    JsonNode sent =
        Json.parse("{\"a\":\"x password=hunter2\",\"token\":\"t\",\"b\":{\"pin\":{\"c\":1}}}")
            .orElseThrow();
    JsonNode other = Json.parse("{\"a\":\"y password=hunter2\",\"token\":\"t\"}").orElseThrow();
    JsonNode recorded = Json.parse(redaction.redact(Json.write(sent))).orElseThrow();

    assertThat(Redaction.filled(recorded, sent).path("a")).isEqualTo(sent.path("a"));
    assertThat(Redaction.filled(recorded, sent).path("token")).isEqualTo(sent.path("token"));
    assertThat(Redaction.filled(recorded, other).path("a")).isNotEqualTo(other.path("a"));
  }

  /** Four times the input takes eight times the time at most: the worst that we know of. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\",
        "\"",
        "\\\"",
        "\"\\",
        "[",
        "{\"a\":",
        "[\"[\\\"",
        "{\"name\":\"password\",\"value\":1},",
        "{\"value\":[",
        "password",
        "password ",
        "password=",
        "password=\"",
        "password='a\\",
        "password: a, ",
        "<password ",
        "<password>",
        "://",
        "a://b@",
        "x://u:p/",
        "name=password",
        "name=\"",
        "%25",
        "&#",
        "\\u0070",
        "Bearer ",
        "Basic a",
        "eyJ.",
        "pPpP",
        "a=b;",
        "\ud800"
      })
  void takesTimeThatGrowsWithTheLength(String part) {
    String prefix = part.startsWith("{") ? "[" : "";

    assertThat(growth(redaction::redact, prefix, part)).isLessThan(MOST);
  }

  @Test
  void noticesQuadraticTime() {
    UnaryOperator<String> quadratic =
        text ->
            String.valueOf(IntStream.range(0, text.length()).mapToLong(text::lastIndexOf).sum());

    assertThat(growth(text -> quadratic.apply(text.substring(0, text.length() / 8)), "", "\ud800"))
        .isGreaterThan(MOST);
  }

  /**
   * Returns how much longer four times the input takes: the best of five, by the thread's CPU time.
   */
  private static double growth(UnaryOperator<String> what, String prefix, String part) {
    String small = prefix + part.repeat(SIZE / 4 / part.length());
    String large = prefix + part.repeat(SIZE / part.length());
    return IntStream.range(0, ROUNDS)
        .mapToDouble(
            round -> {
              double longer = nanos(what, large);
              // Too little to be measured is not too much.
              return longer / Math.max(FLOOR_NANOS, nanos(what, small));
            })
        .min()
        .orElseThrow();
  }

  private static long nanos(UnaryOperator<String> what, String text) {
    long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    assertThat(what.apply(text)).isNotNull();
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
  }
}
