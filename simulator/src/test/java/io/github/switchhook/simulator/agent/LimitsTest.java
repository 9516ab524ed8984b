package io.github.switchhook.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.SwitchFixture;
import org.junit.jupiter.api.Test;

/** Data that a client can make grow, and that others are told, is bounded. */
class LimitsTest {
  private final SwitchFixture desk = SwitchFixture.ready();

  @Test
  void callDataHaveRoomForSoManyCharacters() {
    dial();

    assertThat(result(set("a", "x".repeat(16_383)))).isEqualTo("success");
    assertThat(result(set("b", "x".repeat(16_383)))).isEqualTo("success");
    assertThat(message(set("c", "")))
        .isEqualTo(
            "data.value: expected call data of at most 1000 keys and 32768 characters in all,"
                + " got more");
    // What is overwritten makes room.
    assertThat(result(set("a", "y".repeat(16_383)))).isEqualTo("success");
    assertThat(result(set("a", ""))).isEqualTo("success");
    assertThat(result(set("c", "x"))).isEqualTo("success");
  }

  @Test
  void callDataHaveRoomForSoManyKeys() {
    dial();
    for (int i = 0; i < 1000; i++) {
      assertThat(result(set("k" + i, ""))).isEqualTo("success");
    }

    assertThat(result(set("more", ""))).isEqualTo("failure");
    assertThat(result(set("k7", "more"))).isEqualTo("success");
  }

  @Test
  void theConsultHasNoMoreRoomThanTheCall() {
    dial();
    set("a", "x".repeat(32_000));
    desk.send("interaction.consult", "interaction", "{\"destination\":\"5550100\"}");

    assertThat(result(set("b", "x".repeat(1000)))).isEqualTo("failure");
    assertThat(result(desk.send("interaction.consultconference", "interaction", "{}")))
        .isEqualTo("success");
  }

  @Test
  void aSessionHasSoManyChannels() {
    for (int i = 1; i < 50; i++) {
      assertThat(result(add("e" + i))).isEqualTo("success");
    }

    assertThat(message(add("more")))
        .isEqualTo(
            "session.request.addchannel expects the session with fewer than 50 channels; it is"
                + " STARTED");
  }

  @Test
  void anAddressAndDigitsAreOfALengthThatCanBeShown() {
    assertThat(result(add("e".repeat(256)))).isEqualTo("success");
    assertThat(message(add("e".repeat(257))))
        .startsWith("data.channel.endpoint: expected a string of at most 256 characters, got");
    dial();
    assertThat(result(digits("1".repeat(1000)))).isEqualTo("success");
    assertThat(message(digits("1".repeat(1001))))
        .startsWith("data.digits: expected 1000 digits at most, got the string \"1111");
  }

  private void dial() {
    desk.send("channel.dial", "channel", "{\"destination\":\"5550100\"}");
  }

  private JsonNode set(String key, String value) {
    return desk.send(
        "interaction.setinteractiondata",
        "interaction",
        "{\"key\":\"%s\",\"value\":\"%s\"}".formatted(key, value));
  }

  private JsonNode add(String endpoint) {
    return desk.send(
        "session.request.addchannel",
        "session",
        "{\"channel\":{\"type\":\"Chat\",\"endpoint\":\"" + endpoint + "\"}}");
  }

  private JsonNode digits(String digits) {
    return desk.send("conversation.senddtmf", "conversation", "{\"digits\":\"" + digits + "\"}");
  }

  private static String result(JsonNode answer) {
    return answer.path("result").asText();
  }

  private static String message(JsonNode answer) {
    return answer.at("/failure/message").asText();
  }
}
