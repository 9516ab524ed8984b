package io.github.switchhook.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.SwitchFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The event lists of PROTOCOL section 5, straight from the switch. */
class EventListsTest {
  private final SwitchFixture desk = SwitchFixture.ready();

  @Test
  void diallingMakesTheElevenDocumentedEvents() {
    JsonNode answer = desk.send("channel.dial", "channel", "{\"destination\":\"5550110\"}");

    assertThat(answer.path("result").textValue()).isEqualTo("success");
    assertThat(answer.path("data").path("destination").textValue()).isEqualTo("5550110");
    assertThat(desk.events())
        .containsExactly(
            "channel.infochanged channel",
            "state.updated channel ACTIVE",
            "interaction.created interaction",
            "state.updated interaction DIALING",
            "conversation.created conversation",
            "state.updated conversation INITIATED",
            "conversation.member.added conversation",
            "conversation.initialized conversation",
            "interaction.datachanged interaction",
            "interaction.preview interaction",
            "interaction.initialized interaction");
  }

  @Test
  void aBusyNumberEndsTheCallThatItBegan() {
    desk.send("channel.dial", "channel", "{\"destination\":\"5550120\"}");

    assertThat(desk.events())
        .hasSize(14)
        .endsWith(
            "state.updated conversation FAILED",
            "conversation.disposed conversation",
            "interaction.ended interaction");
  }

  @Test
  void whatIsGoneAllowsNothing() {
    dial("5550100");
    consult("5550101");
    desk.send("interaction.consulttransfer", "interaction", "{}");
    List<JsonNode> events = new ArrayList<>(desk.rawEvents());
    desk.send("interaction.complete", "interaction", "{}");
    events.addAll(desk.rawEvents());

    assertThat(events)
        .filteredOn(event -> event.at("/data/state").asText().matches("NULL|COMPLETED"))
        .hasSize(3)
        .allSatisfy(event -> assertThat(event.at("/data/actions")).isEmpty());
  }

  @Test
  void consultTransferMakesTheSixDocumentedEvents() {
    dial("5550100");
    consult("5550101");

    desk.send("interaction.consulttransfer", "interaction", "{}");

    assertThat(desk.events())
        .containsExactly(
            "state.updated conversation NULL",
            "conversation.disposed conversation",
            "interaction.focuschanged interaction",
            "state.updated consult NULL",
            "conversation.disposed consult",
            "interaction.ended interaction");
  }

  @Test
  void aConsultHoldsTheOriginalCall() {
    dial("5550100");

    consult("5550110");

    assertThat(desk.events())
        .containsExactly(
            "state.updated conversation HELD",
            "conversation.created consult",
            "state.updated consult INITIATED",
            "conversation.member.added consult",
            "conversation.initialized consult",
            "interaction.focuschanged interaction");
  }

  @Test
  void consultConferenceBringsTheExpertIn() {
    dial("5550100");
    consult("5550101");

    desk.send("interaction.consultconference", "interaction", "{}");

    assertThat(desk.events())
        .containsExactly(
            "state.updated consult NULL",
            "conversation.disposed consult",
            "interaction.focuschanged interaction",
            "conversation.member.added conversation",
            "state.updated conversation CONNECTED");
  }

  @Test
  void aBlindTransferThatFailsDisconnectsAllTheSame() {
    dial("5550100");

    JsonNode answer =
        desk.send("conversation.blindtransfer", "conversation", "{\"destination\":\"5550120\"}");

    assertThat(answer.path("failure").path("code").textValue())
        .isEqualTo("destination-unavailable");
    assertThat(desk.events())
        .containsExactly(
            "state.updated conversation NULL",
            "conversation.disposed conversation",
            "interaction.ended interaction");
  }

  @Test
  void aRejectedOfferIsClosedAtOnce() {
    desk.context().theSwitch.call("5559001", "7001", Map.of());
    desk.send("interaction.reject", "interaction", "{}");

    assertThat(desk.events())
        .containsExactly(
            "state.updated conversation NULL",
            "conversation.disposed conversation",
            "interaction.ended interaction",
            "state.updated interaction COMPLETED",
            "interaction.disposed interaction",
            "channel.infochanged channel",
            "state.updated channel ACTIVE");
  }

  @Test
  void acceptingTellsTheInteractionFirstAndAnsweringTheConversation() {
    desk.context().theSwitch.call("5559001", "7001", Map.of());
    desk.send("interaction.accept", "interaction", "{}");
    assertThat(desk.events())
        .containsExactly(
            "state.updated interaction STARTED", "state.updated conversation CONNECTED");
    desk.send("conversation.release", "conversation", "{}");
    desk.send("interaction.complete", "interaction", "{}");

    desk.context().theSwitch.call("5559001", "7001", Map.of());
    desk.send("conversation.answer", "conversation", "{}");
    assertThat(desk.events())
        .containsExactly(
            "state.updated conversation CONNECTED", "state.updated interaction STARTED");
  }

  private void dial(String number) {
    desk.send("channel.dial", "channel", "{\"destination\":\"" + number + "\"}");
  }

  private void consult(String number) {
    desk.send("interaction.consult", "interaction", "{\"destination\":\"" + number + "\"}");
  }
}
