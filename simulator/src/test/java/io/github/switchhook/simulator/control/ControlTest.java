package io.github.switchhook.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.WebSocketAgent;
import io.github.switchhook.simulator.protocol.Codec;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations of control, and the arguments that they refuse. */
@Timeout(60)
class ControlTest {
  private final Simulator simulator;
  private final WebSocketAgent alice;

  ControlTest() throws IOException {
    simulator = Simulator.start(SimulatorOptions.standard());
    alice = WebSocketAgent.ready(simulator.uri(), "alice");
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cal     | {}                | unknown operation cal, did you mean call?; there are"
            + " advance, ",
        "call    | {\"form\":\"1\"}  | unknown argument form, did you mean from?; call takes from,"
            + " to, data (optional)",
        "reset   | {\"all\":true}    | unknown argument all; reset takes no arguments",
        "call    | {\"from\":5,\"to\":\"7001\"} | call.from: expected a string that is not blank,"
            + " got the number 5",
        "call    | {\"from\":\"1\",\"to\":\"7001\",\"data\":{\"k\":1}} | call.data.k: expected a"
            + " string, got the number 1",
        "fault   | {\"kind\":\"drop\",\"times\":\"often\"} | fault.times: expected a whole number,"
            + " or \"all\", got the string \"often\"",
        "senddtmf| {\"address\":\"5551234\",\"digits\":\"1x\"} | senddtmf.digits: expected one or"
            + " more of 0-9 A-D * #",
        "capability | {\"name\":\"fax\",\"on\":true} | capability.name: expected one of [consult,"
            + " conference,",
        "dispositions |"
            + " {\"agent\":\"7001\",\"required\":true,\"dispositions\":[{\"id\":\"1\",\"nam\":\"a\"}]}"
            + " | unknown argument nam, did you mean name?; each of dispositions takes id, name",
        "dispositions | {\"agent\":\"7001\",\"required\":true,\"dispositions\":[]} |"
            + " dispositions.dispositions: expected at least one, because the agent has to choose",
        "dispositions | {\"agent\":\"7001\",\"required\":false,\"dispositions\":["
            + "{\"id\":\"1\",\"name\":\"a\"},{\"id\":\"1\",\"name\":\"b\"}]} |"
            + " dispositions.dispositions[1].id: expected one that no other choice has, got the"
            + " string \"1\"",
      })
  void saysWhatItWouldHaveTaken(String operation, String arguments, String said) {
    assertThatThrownBy(() -> perform(operation, arguments)).hasMessageContaining(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LONG      | {}",
        "call      | {\"LONG\":\"1\"}",
        "call      | {\"from\":\"1\",\"to\":\"LONG\"}",
        "call      | {\"from\":\"LONG\",\"to\":\"7001\"}",
        "call      | {\"from\":\"1\",\"to\":\"7001\",\"data\":{\"LONG\":1}}",
        "leave     | {\"to\":\"LONG\"}",
        "recording | {\"agent\":\"LONG\"}",
        "answer    | {\"address\":\"LONG\"}",
        "answer    | {\"address\":\"1\",\"agent\":\"LONG\"}",
        "fault     | {\"kind\":\"LONG\"}",
        "fault     | {\"kind\":\"drop\",\"on\":\"LONG\"}",
        "fault     | {\"kind\":\"drop\",\"agent\":\"LONG\"}",
        "capability| {\"name\":\"LONG\",\"on\":true}",
      })
  void quotesTheBeginningOfWhatItRefuses(String operation, String arguments) {
    String text = "z\\n\\u202e" + "z".repeat(60_000);

    assertThatThrownBy(
            () -> perform(operation.replace("LONG", text), arguments.replace("LONG", text)))
        .satisfies(
            refused ->
                assertThat(refused.getMessage())
                    .hasSizeLessThan(2500)
                    .contains("z".repeat(30))
                    .doesNotContain("z".repeat(61))
                    .doesNotContain("\n")
                    .doesNotContain("\u202E"));
  }

  @Test
  void doesNotNoteWhatItRefuses() {
    JsonNode before = perform("journal", "{}");

    assertThatThrownBy(() -> perform("advance", "{\"minutes\":5}")).isNotNull();

    assertThat(perform("journal", "{}")).isEqualTo(before);
  }

  @Test
  void aCallComesWithItsDataToAnAgentByName() {
    perform("call", "{\"from\":\"5551234\",\"to\":\"alice\",\"data\":{\"account\":\"4711\"}}");

    assertThat(alice.until("interaction.datachanged").path("data").path("data").toString())
        .isEqualTo("{\"account\":\"4711\"}");
    assertThat(perform("snapshot", "{}").toString()).contains("\"data\":{\"account\":\"4711\"}");
  }

  @Test
  void reportsWhatBecameOfACall() {
    assertThat(outcome("call", "7001")).isEqualTo("offered");
    assertThat(outcome("call", "7001")).isEqualTo("over");
    assertThat(outcome("call", "sales")).isEqualTo("waiting");
    assertThat(outcome("email", "sales")).isEqualTo("waiting");

    JsonNode waiting = perform("snapshot", "{}").path("waiting");

    assertThat(waiting.findValuesAsText("queue")).containsExactly("sales", "sales");
    assertThat(waiting.findValuesAsText("type")).containsExactly("Telephony", "Email");
    assertThat(waiting.findValuesAsText("from")).containsExactly("5559001", "5559001");
    assertThat(waiting.get(0).path("since")).isEqualTo(perform("snapshot", "{}").path("time"));

    alice.toChannel("channel.activate", "{\"channeloptions\":{\"queue\":\"sales\"}}");
    alice.until("channel.activate");
    perform("hangup", "{\"address\":\"5559001\",\"agent\":\"alice\"}");
    assertThat(perform("snapshot", "{}").path("waiting").findValuesAsText("type"))
        .containsExactly("Email");
  }

  @Test
  void aCallToAnAgentGoesToTheFirstFreeChannel() {
    alice.toSession(
        "session.request.addchannel",
        "{\"channel\":{\"endpoint\":\"7090\",\"type\":\"Telephony\"}}");
    String second = alice.until("channel.created").path("target").textValue();
    assertThat(outcome("call", "alice")).isEqualTo("offered");
    assertThat(outcome("call", "alice")).isEqualTo("over");

    alice.send("channel.activate", second, "{}");
    alice.until("channel.activate");

    assertThat(outcome("call", "alice")).isEqualTo("offered");
  }

  private String outcome(String operation, String to) {
    return perform(operation, "{\"from\":\"5559001\",\"to\":\"" + to + "\"}")
        .path("outcome")
        .asText();
  }

  @Test
  void aChatComesWithItsDataToAnAgentByName() {
    alice.toSession(
        "session.request.addchannel",
        "{\"channel\":{\"endpoint\":\"alice-chat\",\"type\":\"Chat\"}}");
    String channel = alice.until("channel.created").path("target").textValue();
    alice.send("channel.activate", channel, "{}");
    alice.until("channel.activate");

    perform("chat", "{\"from\":\"visitor\",\"to\":\"alice\",\"data\":{\"page\":\"/prices\"}}");

    assertThat(alice.until("interaction.datachanged").path("data").path("data").toString())
        .isEqualTo("{\"page\":\"/prices\"}");
    perform("leave", "{\"to\":\"alice\"}");
    assertThat(alice.until("interaction.ended").path("target").textValue()).startsWith(channel);
  }

  @Test
  void dispositionsGoWithTheCapability() {
    perform(
        "dispositions",
        "{\"agent\":\"alice\",\"required\":true,\"dispositions\":[{\"id\":\"1\",\"name\":\"Sold\"}]}");
    perform("capability", "{\"name\":\"dispositions\",\"on\":false}");
    alice.toChannel("channel.dial", "{\"destination\":\"5550120\"}");
    String interaction = alice.until("interaction.ended").path("target").textValue();

    alice.send("interaction.complete", interaction, "{}");

    assertThat(alice.until("interaction.complete").path("result").textValue()).isEqualTo("success");
  }

  @Test
  void anAgentLegNeedsItsPlatform() {
    perform("capability", "{\"name\":\"incontact\",\"on\":false}");

    assertThatThrownBy(() -> perform("agentleg", "{\"agent\":\"alice\",\"fails\":true}"))
        .hasMessage("this platform has no incontact");
  }

  @Test
  void aFarEndSendsDigitsToOthersInItsCall() {
    alice.toChannel("channel.dial", "{\"destination\":\"5550110\"}");
    String call = alice.until("conversation.created").path("target").textValue();
    assertThatThrownBy(() -> perform("senddtmf", "{\"address\":\"5550110\",\"digits\":\"1\"}"))
        .hasMessage("expected 5550110 to be answered; it is ALERTING");
    perform("answer", "{\"agent\":\"alice\",\"address\":\"5550110\"}");
    alice.send("conversation.blindconference", call, "{\"destination\":\"5550100\"}");
    alice.until("conversation.blindconference");

    perform("senddtmf", "{\"agent\":\"7001\",\"address\":\"5550110\",\"digits\":\"42#\"}");

    assertThat(perform("heard", "{\"address\":\"5550100\"}").toString())
        .isEqualTo("{\"digits\":\"42#\"}");
    assertThat(perform("heard", "{\"address\":\"5550110\"}").toString())
        .isEqualTo("{\"digits\":\"\"}");
  }

  private JsonNode perform(String operation, String arguments) {
    return simulator.control().perform(operation, Codec.readObject(arguments));
  }
}
