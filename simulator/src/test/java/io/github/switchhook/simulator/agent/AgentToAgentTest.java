package io.github.switchhook.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.SwitchFixture;
import io.github.switchhook.simulator.call.Leg;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents in one call: what each sees of what the other does (PROTOCOL section 5). */
class AgentToAgentTest {
  private final SwitchFixture.Exchange context = new SwitchFixture.Exchange(1);
  private final SwitchFixture alice = new SwitchFixture(context, "alice").login();
  private final SwitchFixture bob = new SwitchFixture(context, "bob").login();
  private final SwitchFixture carol = new SwitchFixture(context, "carol").login();

  @Test
  void aCallRingsAndConnectsOnBothSides() {
    bob.forget();
    dial(alice, "7002");
    assertThat(bob.events()).hasSize(11).endsWith("interaction.initialized interaction");
    alice.forget();

    bob.send("conversation.answer", "conversation", "{}");

    assertThat(bob.events())
        .containsExactly(
            "state.updated conversation CONNECTED", "state.updated interaction STARTED");
    assertThat(alice.events())
        .containsExactly(
            "state.updated conversation CONNECTED", "state.updated interaction STARTED");
  }

  @Test
  void holdAndMuteAreSeenByTheirOwnSideOnly() {
    dial(alice, "7002");
    bob.send("conversation.answer", "conversation", "{}");
    alice.forget();
    bob.send("conversation.hold", "conversation", "{}");
    assertThat(alice.events()).isEmpty();
    bob.send("conversation.retrieve", "conversation", "{}");
    bob.send("conversation.request.mute", "conversation", "{}");
    assertThat(alice.events()).isEmpty();
  }

  @Test
  void aRejectedCallFailsForItsCaller() {
    dial(alice, "7002");
    alice.forget();

    bob.send("interaction.reject", "interaction", "{}");

    assertThat(bob.events()).hasSize(7).startsWith("state.updated conversation NULL");
    assertThat(alice.events())
        .containsExactly(
            "state.updated conversation FAILED",
            "conversation.disposed conversation",
            "interaction.ended interaction");
  }

  @Test
  void anUnansweredCallBetweenAgentsEndsAndIsOfferedToNoOtherAgent() {
    dial(alice, "7002");
    alice.forget();
    bob.forget();
    carol.forget();

    context.clock.advance(Duration.ofSeconds(29));
    assertThat(bob.events()).isEmpty();
    context.clock.advance(Duration.ofSeconds(1));

    assertThat(bob.events())
        .hasSize(7)
        .startsWith("state.updated conversation NULL")
        .endsWith("state.updated channel ACTIVE");
    assertThat(alice.events())
        .containsExactly(
            "state.updated conversation FAILED",
            "conversation.disposed conversation",
            "interaction.ended interaction");
    assertThat(carol.events()).isEmpty();
  }

  @Test
  void anAgentIsFreeAgainAfterNotAnsweringATransferredCustomer() {
    dial(alice, "5550100");
    alice.send("conversation.blindtransfer", "conversation", "{\"destination\":\"7002\"}");
    carol.forget();

    context.clock.advance(Duration.ofSeconds(30));

    assertThat(bob.events()).endsWith("state.updated channel ACTIVE");
    assertThat(carol.events()).isEmpty();
    context.theSwitch.call("5559001", "7002", Map.of());
    assertThat(bob.events()).endsWith("interaction.initialized interaction");
  }

  @ParameterizedTest
  @ValueSource(strings = {"conversation.answer", "interaction.accept"})
  void theRingTimeDoesNothingToACallThatWasAnswered(String command) {
    dial(alice, "7002");
    bob.send(command, command.startsWith("conv") ? "conversation" : "interaction", "{}");
    alice.forget();
    bob.forget();

    context.clock.advance(Duration.ofDays(1));

    assertThat(bob.events()).isEmpty();
    assertThat(alice.events()).isEmpty();
  }

  @Test
  void theRingTimeOfACallThatHasGoneDoesNothingToTheNext() {
    dial(alice, "7002");
    context.clock.advance(Duration.ofSeconds(20));
    bob.send("interaction.reject", "interaction", "{}");
    alice.send("interaction.complete", "interaction", "{}");
    dial(alice, "7002");
    bob.forget();

    context.clock.advance(Duration.ofSeconds(29));
    assertThat(bob.events()).isEmpty();
    context.clock.advance(Duration.ofSeconds(1));

    assertThat(bob.events()).hasSize(7);
  }

  @Test
  void aTransferredCallComesWithItsData() {
    dial(alice, "5550100");
    alice.send("interaction.setinteractiondata", "interaction", "{\"key\":\"k\",\"value\":\"1\"}");
    bob.forget();
    alice.send("interaction.consult", "interaction", "{\"destination\":\"7002\"}");
    assertThat(data(bob)).isEqualTo("{\"k\":\"1\"}");
    bob.send("conversation.answer", "conversation", "{}");
    alice.send("interaction.setinteractiondata", "interaction", "{\"key\":\"k\",\"value\":\"2\"}");
    bob.forget();

    alice.send("interaction.consulttransfer", "interaction", "{}");

    assertThat(bob.rawEvents())
        .extracting(e -> e.path("name").textValue() + member(e))
        .containsExactly(
            "conversation.member.added 5550100",
            "conversation.member.removed 7001",
            "state.updated");
    bob.send("interaction.setinteractiondata", "interaction", "{\"key\":\"x\",\"value\":\"3\"}");
    assertThat(data(bob)).isEqualTo("{\"k\":\"2\",\"x\":\"3\"}");
  }

  @Test
  void aBlindTransferRingsAtTheNextAgentWithTheCallsData() {
    dial(alice, "5550100");
    alice.send("interaction.setinteractiondata", "interaction", "{\"key\":\"k\",\"value\":\"1\"}");
    bob.forget();

    alice.send("conversation.blindtransfer", "conversation", "{\"destination\":\"7002\"}");

    assertThat(alice.events()).hasSize(3).endsWith("interaction.ended interaction");
    assertThat(data(bob)).isEqualTo("{\"k\":\"1\"}");
    assertThat(bob.events()).hasSize(11);
  }

  @Test
  void aConferenceOfFiveStaysUpUntilTheLastTwo() {
    dial(alice, "5550100");
    alice.send("interaction.consult", "interaction", "{\"destination\":\"7002\"}");
    bob.send("conversation.answer", "conversation", "{}");
    bob.forget();
    alice.send("interaction.consultconference", "interaction", "{}");
    assertThat(bob.events())
        .containsExactly(
            "conversation.member.added conversation", "state.updated conversation CONNECTED");
    bob.send("conversation.blindconference", "conversation", "{\"destination\":\"7003\"}");
    carol.send("conversation.answer", "conversation", "{}");
    alice.send("conversation.blindconference", "conversation", "{\"destination\":\"5550101\"}");
    carol.forget();
    bob.forget();

    alice.send("conversation.release", "conversation", "{}");
    assertThat(carol.events())
        .containsExactly(
            "conversation.member.removed conversation", "state.updated conversation CONNECTED");
    context.theSwitch.farEnd(Optional.of("7003"), "5550100", f -> leave(f.leg().orElseThrow()));
    context.theSwitch.farEnd(Optional.of("7003"), "5550101", f -> leave(f.leg().orElseThrow()));
    assertThat(bob.events()).hasSize(6).endsWith("state.updated conversation CONNECTED");

    carol.send("conversation.release", "conversation", "{}");

    assertThat(bob.events())
        .containsExactly(
            "state.updated conversation NULL",
            "conversation.disposed conversation",
            "interaction.ended interaction");
  }

  /** Every order in which the members of a conference of five can leave. */
  @ParameterizedTest
  @MethodSource("orders")
  void theRestStayConnectedInWhateverOrderTheOthersLeave(List<String> order) {
    Map<String, SwitchFixture> agents = Map.of("7001", alice, "7002", bob, "7003", carol);
    dial(alice, "7002");
    bob.send("conversation.answer", "conversation", "{}");
    for (String invited : List.of("5550110", "7003", "5550101")) {
      alice.send(
          "conversation.blindconference", "conversation", "{\"destination\":\"" + invited + "\"}");
    }
    carol.send("conversation.answer", "conversation", "{}");
    context.theSwitch.farEnd(
        Optional.empty(), "5550110", f -> f.leg().ifPresent(leg -> leg.call().answer(leg)));
    List<String> present = new ArrayList<>(order);

    while (present.size() > 2) {
      String leaving = present.remove(0);
      agents.values().forEach(SwitchFixture::forget);
      if (agents.containsKey(leaving)) {
        agents.get(leaving).send("conversation.release", "conversation", "{}");
      } else {
        context.theSwitch.farEnd(Optional.empty(), leaving, f -> leave(f.leg().orElseThrow()));
      }
      agents.forEach(
          (number, desk) -> {
            if (present.contains(number)) {
              assertThat(desk.rawEvents())
                  .extracting(e -> e.path("name").textValue() + member(e))
                  .containsExactly("conversation.member.removed " + leaving, "state.updated");
              assertThat(desk.events()).endsWith("state.updated conversation CONNECTED");
            } else if (!number.equals(leaving)) {
              assertThat(desk.events()).isEmpty();
            }
          });
    }
  }

  static Stream<List<String>> orders() {
    return orders(List.of("7001", "7002", "7003", "5550110", "5550101"));
  }

  private static Stream<List<String>> orders(List<String> members) {
    return members.isEmpty()
        ? Stream.of(List.of())
        : members.stream()
            .flatMap(
                first ->
                    orders(members.stream().filter(other -> !other.equals(first)).toList())
                        .map(rest -> Stream.concat(Stream.of(first), rest.stream()).toList()));
  }

  @Test
  void anAgentWhoHasLeftACallIsToldNoMoreOfItsData() {
    dial(alice, "7002");
    bob.send("conversation.answer", "conversation", "{}");
    alice.send("conversation.blindconference", "conversation", "{\"destination\":\"5550100\"}");
    alice.send("conversation.release", "conversation", "{}");
    bob.send("interaction.setinteractiondata", "interaction", "{\"key\":\"b\",\"value\":\"1\"}");

    alice.send("interaction.setinteractiondata", "interaction", "{\"key\":\"a\",\"value\":\"1\"}");

    assertThat(data(alice)).isEqualTo("{\"a\":\"1\"}");
    bob.send("interaction.setinteractiondata", "interaction", "{\"key\":\"c\",\"value\":\"1\"}");
    assertThat(data(bob)).isEqualTo("{\"b\":\"1\",\"c\":\"1\"}");
  }

  @Test
  void aConferenceWithTheConsultedPartyConnectsWhileTheOtherStillRings() {
    dial(alice, "5550100");
    alice.send("interaction.consult", "interaction", "{\"destination\":\"5550110\"}");
    context.theSwitch.farEnd(Optional.empty(), "5550100", f -> leave(f.leg().orElseThrow()));
    alice.send("interaction.consult", "interaction", "{\"destination\":\"5550101\"}");
    alice.forget();

    alice.send("interaction.consultconference", "interaction", "{}");

    assertThat(alice.rawEvents())
        .last()
        .satisfies(e -> assertThat(e.path("data").path("state").asText()).isEqualTo("CONNECTED"));
  }

  private static void leave(Leg leg) {
    leg.call().clear(leg);
  }

  private static void dial(SwitchFixture desk, String number) {
    desk.send("channel.dial", "channel", "{\"destination\":\"" + number + "\"}");
  }

  private static String member(JsonNode event) {
    return event.path("data").has("member")
        ? " " + event.path("data").path("member").path("address").textValue()
        : "";
  }

  private static String data(SwitchFixture desk) {
    return desk.rawEvents().stream()
        .filter(event -> event.path("name").textValue().equals("interaction.datachanged"))
        .map(event -> event.path("data").path("data").toString())
        .reduce((first, last) -> last)
        .orElse("none");
  }
}
