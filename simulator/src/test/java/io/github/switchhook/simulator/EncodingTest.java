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

/**
 * Half a surrogate pair, wherever a client puts it, mutes no connection: neither its own nor
 * others'.
 */
@Timeout(120)
class EncodingTest {
  private static final String HALF = "\\ud800";
  // 40 characters end in the middle of one.
  private static final String PAIRS = "x" + "😀".repeat(100);

  private final Simulator simulator;

  EncodingTest() throws IOException {
    simulator = Simulator.start(SimulatorOptions.standard());
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "😀",
        "%1$s",
        "{\"command\":\"%1$s\"}",
        "{\"command\":\"%2$s\"}",
        "{\"command\":\"channel.dial\",\"target\":\"%1$s\",\"data\":{}}",
        "{\"command\":\"channel.dial\",\"target\":\"s\",\"data\":\"%2$s\"}",
        "{\"command\":\"channel.dial\",\"target\":\"s\",\"data\":{\"%1$s\":\"%1$s\"}}",
        "{\"%1$s\":{\"%1$s\":[\"%1$s\"]}}",
        "{\"command\":\"prepareSession\",\"data\":{\"model\":\"%1$s\",\"override\":true,"
            + "\"agent\":{\"id\":\"%1$s\",\"password\":\"%1$s\"}}}",
        "[\"%1$s\"]",
        "{\"a\":1,\"%2$s\":1,\"%2$s\":1}",
      })
  void aMessageIsAnswered(String message) {
    WebSocketAgent caller = WebSocketAgent.connect(simulator.uri());

    caller.sendText(message.formatted(HALF, PAIRS));
    // As text, because Jackson does not read such a name.
    assertThat(caller.nextText()).contains("\"result\":\"failure\"");

    caller.sendText("{}");
    assertThat(caller.next().path("result").textValue()).isEqualTo("failure");
  }

  @ParameterizedTest
  @ValueSource(strings = {HALF, "x\\udc00\\ud83d", "\\ud83d😀"})
  void callDataSpreadAndDoNoHarm(String text) {
    WebSocketAgent alice = WebSocketAgent.ready(simulator.uri(), "alice");
    WebSocketAgent bob = WebSocketAgent.ready(simulator.uri(), "bob");
    simulator
        .control()
        .perform(
            "call",
            Codec.readObject(
                "{\"from\":\"%1$s\",\"to\":\"alice\",\"data\":{\"k\":\"%1$s\"}}".formatted(text)));
    String interaction = alice.until("interaction.initialized").path("target").textValue();
    String said = Codec.readObject("{\"is\":\"" + text + "\"}").path("is").textValue();

    alice.send("interaction.accept", interaction, "{}");
    alice.until("interaction.accept");
    alice.send(
        "interaction.setinteractiondata",
        interaction,
        "{\"key\":\"l\",\"value\":\"" + text + "\"}");
    assertThat(alice.until("interaction.datachanged").at("/data/data/l").textValue())
        .isEqualTo(said);
    alice.send("interaction.setdisposition", interaction, "{\"disposition\":\"" + text + "\"}");
    assertThat(alice.until("interaction.setdisposition").at("/data/disposition").textValue())
        .isEqualTo(said);
    alice.send("interaction.consult", interaction, "{\"destination\":\"" + text + "\"}");
    assertThat(alice.until("interaction.consult").path("result").textValue()).isEqualTo("failure");
    alice.send("interaction.consult", interaction, "{\"destination\":\"7002\"}");

    assertThat(bob.until("interaction.datachanged").at("/data/data/l").textValue()).isEqualTo(said);
    WebSocketAgent again = WebSocketAgent.connect(simulator.uri());
    again.prepare("alice");
    again.next();
    again.toSession("session.start", "{}");
    assertThat(again.until("interaction.datachanged").at("/data/data/l").textValue())
        .isEqualTo(said);
    again.until("session.initialized");
    again.toSession("session.start", "{}");
    assertThat(again.next().path("result").textValue()).isEqualTo("failure");
    assertThat(simulator.control().perform("snapshot", Codec.object()).toString()).contains("7002");
  }

  @Test
  void isNoNameOfCallData() {
    WebSocketAgent alice = WebSocketAgent.ready(simulator.uri(), "alice");
    simulator
        .control()
        .perform("call", Codec.readObject("{\"from\":\"5551234\",\"to\":\"alice\"}"));
    String interaction = alice.until("interaction.initialized").path("target").textValue();

    alice.send(
        "interaction.setinteractiondata", interaction, "{\"key\":\"\\ud800\",\"value\":\"v\"}");

    JsonNode answer = alice.until("interaction.setinteractiondata");
    assertThat(answer.at("/failure/message").textValue())
        .isEqualTo(
            "data.key: expected a string without half a surrogate pair, got the string \"\\ud800\"");
  }
}
