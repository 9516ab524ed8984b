package io.github.switchhook.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.simulator.SwitchFixture;
import io.github.switchhook.simulator.call.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The timeline of a recording: what cuts it, and what it survives. */
class RecordingTest {
  private final SwitchFixture.Exchange context = new SwitchFixture.Exchange(1);
  private final SwitchFixture alice = new SwitchFixture(context, "alice").login();
  private final SwitchFixture bob = new SwitchFixture(context, "bob").login();

  @BeforeEach
  void aCallIsRecorded() {
    alice.send("channel.dial", "channel", "{\"destination\":\"5550150\"}");
    alice.send("interaction.request.recording.start", "interaction", "{}");
  }

  @Test
  void isCutByPauseResumeAndStop() {
    secondsPass(5);
    record(alice, "pause");
    secondsPass(5);
    record(alice, "resume");
    secondsPass(5);
    record(alice, "stop");
    record(alice, "start");

    assertThat(timeline())
        .containsExactly("0 START 5 PAUSE", "10 RESUME 15 STOP", "15 START null null");
  }

  @Test
  void goesOnThroughHoldAlternateAndConference() {
    alice.send("conversation.hold", "conversation", "{}");
    secondsPass(5);
    alice.send("conversation.retrieve", "conversation", "{}");
    alice.send("interaction.consult", "interaction", "{\"destination\":\"7002\"}");
    bob.send("conversation.answer", "conversation", "{}");
    secondsPass(5);
    alice.send("interaction.alternate", "interaction", "{}");
    alice.send("interaction.consultconference", "interaction", "{}");
    secondsPass(5);

    assertThat(timeline()).containsExactly("0 START null null");
    assertThat(recording("alice").state()).isEqualTo(Recording.State.ON);
    assertThat(recording("bob").state()).isEqualTo(Recording.State.OFF);
  }

  @Test
  void endsWithTheInteractionAndStaysToBeReadAfterATransfer() {
    alice.send("interaction.consult", "interaction", "{\"destination\":\"7002\"}");
    bob.send("conversation.answer", "conversation", "{}");
    secondsPass(5);
    alice.send("interaction.consulttransfer", "interaction", "{}");
    secondsPass(5);
    alice.send("interaction.complete", "interaction", "{}");

    assertThat(timeline()).containsExactly("0 START 5 STOP");
    assertThat(recording("alice").state()).isEqualTo(Recording.State.OFF);
    assertThat(recording("bob").timeline()).isEmpty();
  }

  @Test
  void goesOnWhenTheOtherPartyIsTransferred() {
    alice.send("conversation.release", "conversation", "{}");
    alice.send("interaction.complete", "interaction", "{}");
    alice.send("channel.dial", "channel", "{\"destination\":\"7002\"}");
    bob.send("conversation.answer", "conversation", "{}");
    record(alice, "start");

    bob.send("conversation.blindtransfer", "conversation", "{\"destination\":\"5550100\"}");

    assertThat(timeline()).containsExactly("0 START null null");
  }

  @Test
  void hasTheDigitsThatBothSidesSentWhileItWasOn() {
    alice.send("conversation.senddtmf", "conversation", "{\"digits\":\"12\"}");
    record(alice, "pause");
    alice.send("conversation.senddtmf", "conversation", "{\"digits\":\"3456\"}");
    secondsPass(2);
    record(alice, "resume");
    farEndSends("7#");
    alice.send("conversation.hold", "conversation", "{}");
    farEndSends("8");

    assertThat(recording("alice").timeline())
        .flatExtracting(Recording.Segment::digits)
        .containsExactly(
            new Recording.Digits(Instant.EPOCH, "7001", "12"),
            new Recording.Digits(Instant.EPOCH.plusSeconds(2), "5550150", "7#"));
  }

  private void farEndSends(String digits) {
    context.theSwitch.farEnd(
        Optional.of("7001"),
        "5550150",
        farEnd -> farEnd.leg().orElseThrow().call().sendDigits(farEnd.leg().orElseThrow(), digits));
  }

  private static void record(SwitchFixture desk, String what) {
    desk.send("interaction.request.recording." + what, "interaction", "{}");
  }

  private void secondsPass(int seconds) {
    context.clock.advance(Duration.ofSeconds(seconds));
  }

  private Recording recording(String agent) {
    return context.theSwitch.latestAt(agent).orElseThrow().recording();
  }

  /** Returns each segment as "from BEGUN to ENDED", in seconds. */
  private List<String> timeline() {
    return recording("alice").timeline().stream()
        .map(
            segment ->
                segment.from().getEpochSecond()
                    + " "
                    + segment.begun()
                    + " "
                    + (segment.to() == null ? null : segment.to().getEpochSecond())
                    + " "
                    + segment.ended())
        .toList();
  }
}
