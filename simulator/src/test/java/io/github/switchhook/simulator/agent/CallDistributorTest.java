package io.github.switchhook.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.switchhook.simulator.SwitchFixture;
import io.github.switchhook.simulator.protocol.Capability;
import io.github.switchhook.simulator.protocol.RefusalException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The agents that a customer's call is offered to (PROTOCOL section 5, "Without a command"). */
class CallDistributorTest {
  private static final String OFFERED = "interaction.initialized interaction";
  private static final String SALES = "{\"channeloptions\":{\"queue\":\"sales\"}}";

  private final SwitchFixture.Exchange context = new SwitchFixture.Exchange(1);
  private final SwitchFixture alice = new SwitchFixture(context, "alice");
  private final SwitchFixture bob = new SwitchFixture(context, "bob");
  private final SwitchFixture carol = new SwitchFixture(context, "carol");

  @Test
  void aRejectedCallGoesToTheAgentWhoHasBeenFreeTheLongest() {
    alice.login();
    carol.login();
    bob.login();
    context.theSwitch.call("5559001", "7001", Map.of());
    carol.forget();

    alice.send("interaction.reject", "interaction", "{}");

    assertThat(carol.events()).endsWith(OFFERED);
    assertThat(bob.events()).doesNotContain(OFFERED);
  }

  /** Whom it is not offered again is the agent, however many lines there are. */
  @Test
  void aRejectedCallDoesNotComeBackOnAnotherLine() {
    alice.login();
    context.theSwitch.call("5559001", "7001", Map.of());
    alice.forgetObjects();
    alice.send(
        "session.request.addchannel",
        "session",
        "{\"channel\":{\"type\":\"Telephony\",\"endpoint\":\"7090\"}}");
    alice.send("channel.activate", "channel", "{}");
    assertThat(alice.events()).endsWith("state.updated channel ACTIVE");
    alice.forget();

    alice.send("interaction.reject", "interaction", "{}");

    assertThat(alice.events()).hasSize(7).doesNotContain(OFFERED);
  }

  @Test
  void aRejectedCallThatNoOtherAgentCanTakeIsOver() {
    alice.login();
    context.theSwitch.call("5559001", "7001", Map.of());

    alice.send("conversation.release", "conversation", "{}");

    assertThat(alice.events()).endsWith("state.updated channel ACTIVE").hasSize(7);
    bob.login();
    assertThat(bob.events()).doesNotContain(OFFERED);
  }

  @Test
  void anUnansweredCallGoesToTheNextWhenItHasRungLongEnough() {
    joinSales(alice);
    joinSales(bob);
    context.theSwitch.call("5559001", "sales", Map.of());
    assertThat(alice.events()).endsWith(OFFERED);

    context.clock.advance(Duration.ofSeconds(29));
    assertThat(bob.events()).doesNotContain(OFFERED);
    context.clock.advance(Duration.ofSeconds(1));

    assertThat(alice.events())
        .startsWith("state.updated conversation NULL")
        .endsWith("state.updated channel ACTIVE");
    assertThat(bob.events()).endsWith(OFFERED);
  }

  @Test
  void aQueueCallWaitsForAnAgentToBecomeFree() {
    context.theSwitch.call("5559001", "sales", Map.of());
    context.theSwitch.call("5559002", "sales", Map.of());
    alice.login();
    assertThat(alice.events()).doesNotContain(OFFERED);

    joinSales(bob);

    assertThat(bob.rawEvents().toString()).contains("5559001").doesNotContain("5559002");
  }

  @Test
  void aQueueCallThatWasRejectedDoesNotComeStraightBack() {
    joinSales(alice);
    context.theSwitch.call("5559001", "sales", Map.of());
    alice.forget();

    alice.send("interaction.reject", "interaction", "{}");
    assertThat(alice.events()).hasSize(7).doesNotContain(OFFERED);

    joinSales(bob);
    assertThat(bob.events()).endsWith(OFFERED);
  }

  @Test
  void anAgentWhoRejectsABlindConferenceLeavesTheCallAsItWas() {
    alice.login();
    bob.login();
    carol.login();
    context.theSwitch.call("5559001", "7001", Map.of());
    alice.send("conversation.answer", "conversation", "{}");
    alice.send("conversation.blindconference", "conversation", "{\"destination\":\"7002\"}");
    carol.forget();

    bob.send("interaction.reject", "interaction", "{}");

    assertThat(carol.events()).isEmpty();
    assertThat(alice.events())
        .endsWith(
            "conversation.member.removed conversation", "state.updated conversation CONNECTED");
  }

  @Test
  void aTransferredCustomerIsGoneWhenTheNextAgentRejects() {
    alice.login();
    bob.login();
    carol.login();
    context.theSwitch.call("5559001", "7001", Map.of());
    alice.send("conversation.answer", "conversation", "{}");
    alice.send("conversation.blindtransfer", "conversation", "{\"destination\":\"7002\"}");
    carol.forget();

    bob.send("interaction.reject", "interaction", "{}");

    assertThat(carol.events()).isEmpty();
    assertThatThrownBy(() -> context.theSwitch.farEnd(Optional.empty(), "5559001", customer -> {}))
        .isInstanceOf(RefusalException.class);
  }

  @Test
  void aPlatformWithoutMultimediaTakesNoChat() {
    context.theSwitch.capability(Capability.MULTIMEDIA, false);

    assertThatThrownBy(
            () -> context.theSwitch.message(ChannelType.CHAT, "visitor-1", "sales", Map.of()))
        .hasMessage("this platform has no multimedia");
  }

  @Test
  void aCustomerWhoHangsUpWhileWaitingIsNotOffered() {
    context.theSwitch.call("5559001", "sales", Map.of());
    context.theSwitch.farEnd(
        Optional.empty(),
        "5559001",
        customer -> customer.leg().ifPresent(leg -> leg.call().clear(leg)));

    joinSales(bob);

    assertThat(bob.events()).doesNotContain(OFFERED);
  }

  @Test
  void aCustomerWhoLeavesTheQueueOfChatsIsNotOffered() {
    context.theSwitch.message(ChannelType.CHAT, "visitor-1", "sales", Map.of());
    context.theSwitch.leave("sales");

    assertThatThrownBy(() -> context.theSwitch.leave("sales"))
        .hasMessageContaining("no chat and no email at sales");
  }

  @Test
  void aResetForgetsWaitingContactsAndSendsNoEvent() {
    joinSales(alice);
    joinSales(bob);
    context.theSwitch.call("5559001", "sales", Map.of());
    context.theSwitch.message(ChannelType.CHAT, "visitor-1", "sales", Map.of());
    context.theSwitch.call("5559002", "service", Map.of());
    bob.forget();

    context.theSwitch.reset();
    joinSales(carol);

    assertThat(bob.events()).isEmpty();
    assertThat(carol.events()).doesNotContain(OFFERED);
    assertThatThrownBy(() -> context.theSwitch.leave("sales")).isInstanceOf(RefusalException.class);
    assertThatThrownBy(() -> context.theSwitch.farEnd(Optional.empty(), "5559002", customer -> {}))
        .isInstanceOf(RefusalException.class);
  }

  private static void joinSales(SwitchFixture desk) {
    desk.prepare(false);
    desk.send("session.start", "session", "{}");
    desk.send("channel.activate", "channel", SALES);
  }
}
