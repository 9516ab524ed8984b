package io.github.switchhook.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.protocol.Codec;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The journal shows no password, however a login spells it. */
@Timeout(60)
class PasswordsTest {
  private static final String SECRET = "77777777";

  private final Simulator simulator;

  PasswordsTest() throws IOException {
    simulator = Simulator.start(SimulatorOptions.standard());
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"command\":\"prepareSession\",\"data\":{%s}}",
        "{\"command\":\"prepareSession\",\"data\":{\"model\":\"t\",\"override\":true,"
            + "\"agent\":{\"id\":\"bob\",%s}}}",
        "{\"command\":\"prepareSession\",\"data\":{\"agent\":{%s}}",
        "[{%s}]",
        "{%s",
      })
  void isInNoEntry(String message) {
    for (String login :
        new String[] {
          "\"password\":\"77777777\"",
          "\"p\\u0061ssword\":\"77777777\"",
          "\"p\\u0041ssword\":\"77777777\"",
          "\"password\":77777777",
          "\"password\":[\"77777777\"]",
          "\"Password\" : {\"is\":\"77777777\"}",
          "\"password\":x77777777",
          "\"password\":\"a\\\"77777777\""
        }) {
      WebSocketAgent caller = WebSocketAgent.connect(simulator.uri());
      caller.sendText(message.formatted(login));
      caller.next();
    }

    JsonNode journal = simulator.control().perform("journal", Codec.object());

    assertThat(journal.path("entries")).hasSizeGreaterThanOrEqualTo(16);
    assertThat(journal.toString()).doesNotContain(SECRET);
  }

  @Test
  void leavesTheRestAlone() {
    assertThat(Passwords.blank("{\"agent\":{\"id\":\"bob\",\"PASSWORD\":[1]},\"n\":1.10}"))
        .isEqualTo("{\"agent\":{\"id\":\"bob\",\"PASSWORD\":\"***\"},\"n\":1.10}");
    assertThat(Passwords.blank("{ \"n\": 1")).isEqualTo("{ \"n\": 1");
    assertThat(Passwords.blank("{\"id\":\"bob\",\"pass\\u0077ord\":\"x"))
        .isEqualTo("{\"id\":\"bob\",\"***");
  }
}
