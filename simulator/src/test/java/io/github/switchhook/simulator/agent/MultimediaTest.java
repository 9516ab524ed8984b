package io.github.switchhook.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.SwitchFixture;
import io.github.switchhook.simulator.protocol.Capability;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chats and emails (PROTOCOL section 3 and 5). */
class MultimediaTest {
  private final SwitchFixture.Exchange context = new SwitchFixture.Exchange(1);
  private final SwitchFixture alice = new SwitchFixture(context, "alice");

  @BeforeEach
  void chatIsOffered() {
    context.theSwitch.capability(Capability.MULTIMEDIA, true);
    chatChannel(alice, "chat-alice");
    alice.forget();
    context.theSwitch.message(ChannelType.CHAT, "visitor-1", "chat-alice", Map.of());
  }

  @Test
  void beginsWithoutAConversation() {
    assertThat(alice.events())
        .containsExactly(
            "channel.infochanged channel",
            "state.updated channel ACTIVE",
            "interaction.created interaction",
            "state.updated interaction ALERTING",
            "interaction.datachanged interaction",
            "interaction.preview interaction",
            "interaction.initialized interaction");
  }

  @Test
  void isAcceptedAndCompletedAtAnyTimeAfter() {
    assertThat(code("interaction.complete")).isEqualTo("invalid-state");
    alice.send("interaction.accept", "interaction", "{}");
    assertThat(alice.events()).containsExactly("state.updated interaction STARTED");

    alice.send("interaction.complete", "interaction", "{}");

    assertThat(alice.events())
        .containsExactly(
            "state.updated interaction COMPLETED",
            "interaction.disposed interaction",
            "channel.infochanged channel",
            "state.updated channel ACTIVE");
  }

  @Test
  void isRejectedAndOfferedToTheNext() {
    SwitchFixture bob = new SwitchFixture(context, "bob");
    chatChannel(bob, "chat-bob");

    alice.send("interaction.reject", "interaction", "{}");

    assertThat(alice.events())
        .containsExactly(
            "interaction.ended interaction",
            "state.updated interaction COMPLETED",
            "interaction.disposed interaction",
            "channel.infochanged channel",
            "state.updated channel ACTIVE");
    assertThat(bob.events()).endsWith("interaction.initialized interaction");
  }

  @Test
  void endsWhenTheCustomerLeaves() {
    alice.send("interaction.accept", "interaction", "{}");
    alice.forget();

    context.theSwitch.leave("chat-alice");

    assertThat(alice.events()).containsExactly("interaction.ended interaction");
    alice.send("interaction.complete", "interaction", "{}");
    assertThat(alice.events()).hasSize(4);
  }

  @Test
  void isForgottenByAReset() {
    context.theSwitch.reset();
    SwitchFixture bob = new SwitchFixture(context, "bob");
    chatChannel(bob, "chat-bob");
    bob.forget();

    context.clock.advance(Duration.ofSeconds(30));

    assertThat(bob.events()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interaction.alternate",
        "interaction.consulttransfer",
        "interaction.consultconference",
        "interaction.request.recording.start",
        "interaction.request.recording.stop",
        "interaction.request.recording.pause",
        "interaction.request.recording.resume"
      })
  void knowsNoTelephony(String command) {
    alice.send("interaction.accept", "interaction", "{}");

    assertThat(code(command)).isEqualTo("unsupported");
    assertThat(alice.events()).isEmpty();
  }

  private String code(String command) {
    JsonNode answer = alice.send(command, "interaction", "{}");
    return answer.path("failure").path("code").asText();
  }

  private static void chatChannel(SwitchFixture desk, String endpoint) {
    desk.prepare(false);
    desk.send("session.start", "session", "{}");
    desk.forgetObjects();
    desk.send(
        "session.request.addchannel",
        "session",
        "{\"channel\":{\"endpoint\":\"" + endpoint + "\",\"type\":\"Chat\"}}");
    desk.send("channel.activate", "channel", "{}");
  }
}
