package io.github.switchhook.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.SwitchFixture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a session (PROTOCOL section 2). */
class LoginTest {
  private final SwitchFixture.Exchange context = new SwitchFixture.Exchange(1);
  private final SwitchFixture first = new SwitchFixture(context, "alice");
  private final SwitchFixture second = new SwitchFixture(context, "alice");

  @Test
  void asksBeforeItTakesALiveSessionOver() {
    first.prepare(false);

    JsonNode answer = second.prepare(false);

    assertThat(answer.path("result").textValue()).isEqualTo("confirm");
    assertThat(answer.has("target")).isFalse();
    assertThat(answer.path("original").path("command").textValue()).isEqualTo("prepareSession");
  }

  @Test
  void aTakeoverFindsTheCallAsItStands() {
    first.login();
    first.send("channel.dial", "channel", "{\"destination\":\"5550100\"}");
    first.send("interaction.consult", "interaction", "{\"destination\":\"5550101\"}");
    String oldInteraction = first.target("interaction");
    context.theSwitch.disconnected(first);

    second.prepare(true);
    second.send("session.start", "session", "{}");

    assertThat(second.events())
        .containsExactly(
            "channel.created channel",
            "state.updated channel ACTIVE",
            "channel.initialized channel",
            "interaction.created interaction",
            "state.updated interaction STARTED",
            "conversation.created conversation",
            "state.updated conversation HELD",
            "conversation.member.added conversation",
            "conversation.initialized conversation",
            "conversation.created consult",
            "state.updated consult CONNECTED",
            "conversation.member.added consult",
            "conversation.initialized consult",
            "interaction.datachanged interaction",
            "interaction.preview interaction",
            "interaction.initialized interaction",
            "session.initialized session");
    assertThat(idOf(second.target("interaction"))).isEqualTo(idOf(oldInteraction));
    assertThat(second.target("session")).isNotEqualTo(first.target("session"));
  }

  /**
   * A row for each situation in which the connection drops: what a takeover is shown of it, and
   * what can be done next.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rings out      | channel.dial=5550110       |                       | interaction DIALING "
            + " | conversation INITIATED | conversation.release",
        "is offered     |                            |                       | interaction ALERTING"
            + " | conversation ALERTING  | interaction.accept",
        "talks          | channel.dial=5550100       |                       | interaction STARTED "
            + " | conversation CONNECTED | conversation.hold",
        "holds          | channel.dial=5550100       | conversation.hold     | interaction STARTED "
            + " | conversation HELD      | conversation.retrieve",
        "is muted       | channel.dial=5550100       | conversation.request.mute | interaction"
            + " STARTED | conversation CONNECTED | conversation.request.unmute",
        "records        | channel.dial=5550100       | interaction.request.recording.start |"
            + " interaction STARTED | conversation CONNECTED | interaction.request.recording.pause",
        "has hung up    | channel.dial=5550100       | conversation.release  | interaction ENDED   "
            + " |                        | interaction.complete"
      })
  void aTakeoverGoesOnInEachState(
      String situation,
      @Nullable String dialled,
      @Nullable String next,
      String interaction,
      @Nullable String conversation,
      String goesOn) {
    first.login();
    if (dialled == null) {
      context.theSwitch.call("5551234", "7001", Map.of());
    } else {
      first.send("channel.dial", "channel", "{\"destination\":\"" + dialled.substring(13) + "\"}");
    }
    if (next != null) {
      first.send(next, next.substring(0, next.indexOf('.')), "{}");
    }
    context.theSwitch.disconnected(first);

    second.prepare(true);
    second.send("session.start", "session", "{}");

    List<String> shown = second.events();
    assertThat(shown).as(situation).contains("state.updated " + interaction);
    if (conversation == null) {
      assertThat(shown).noneMatch(line -> line.startsWith("conversation."));
    } else {
      assertThat(shown).contains("state.updated " + conversation);
    }
    assertThat(shown)
        .endsWith("interaction.initialized interaction", "session.initialized session");
    JsonNode answer = second.send(goesOn, goesOn.substring(0, goesOn.indexOf('.')), "{}");
    assertThat(answer.path("result").textValue()).as(answer.toString()).isEqualTo("success");
    assertThat(second.events()).isNotEmpty();
  }

  @Test
  void allChannelsAreToldBeforeAnyInteractionAndTheOldestInteractionFirst() {
    first.login();
    first.send(
        "session.request.addchannel",
        "session",
        "{\"channel\":{\"endpoint\":\"alice-chat\",\"type\":\"Chat\"}}");
    String chat = first.rawEvents().get(0).path("target").textValue();
    first.sendRaw("{\"command\":\"channel.activate\",\"target\":\"" + chat + "\",\"data\":{}}");
    context.theSwitch.message(ChannelType.CHAT, "customer", "alice-chat", Map.of());
    first.send("channel.dial", "channel", "{\"destination\":\"5550110\"}");
    context.theSwitch.disconnected(first);

    second.prepare(true);
    second.send("session.start", "session", "{}");

    assertThat(second.rawEvents())
        .extracting(event -> event.path("name").textValue() + media(event))
        .filteredOn(name -> !name.startsWith("conversation.") && !name.equals("state.updated"))
        .containsExactly(
            "channel.created",
            "channel.initialized",
            "channel.created",
            "channel.initialized",
            "interaction.created Chat",
            "interaction.datachanged",
            "interaction.preview",
            "interaction.initialized",
            "interaction.created Telephony",
            "interaction.datachanged",
            "interaction.preview",
            "interaction.initialized",
            "session.initialized");
  }

  private static String media(JsonNode event) {
    JsonNode media = event.path("data").path("media");
    return media.isTextual() ? " " + media.textValue() : "";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'command':'prepareSession','target':'s1','data':{}}",
        "{'command':'prepareSession','target':'s1'}",
        "{'command':'prepareSession','target':'s1','data':{'model':'t','override':false,"
            + "'agent':{'id':'alice','password':'secret'}}}",
        "{'command':'prepareSession','target':'s1','data':{'model':'t','override':false,"
            + "'agent':{'id':'bob','password':'secret'}}}"
      })
  void noAnswerToPrepareSessionCarriesATarget(String request) {
    second.prepare(false);

    JsonNode answer = first.sendRaw(request.replace('\'', '"'));

    assertThat(answer.path("command").textValue()).isEqualTo("prepareSession");
    assertThat(answer.has("target")).as("%s", answer).isFalse();
  }

  @Test
  void aConnectionHasOneSessionInItsLife() {
    first.prepare(false);
    assertThat(code(first.prepare(true))).isEqualTo("invalid-state");
    first.send("session.start", "session", "{}");
    assertThat(code(first.prepare(false))).isEqualTo("invalid-state");
    first.send("session.request.logout", "session", "{}");
    assertThat(code(first.prepare(false))).isEqualTo("invalid-state");
  }

  @Test
  void aConnectionThatWasReplacedGetsNoSecondSession() {
    first.login();
    second.prepare(true);

    assertThat(code(first.prepare(true))).isEqualTo("invalid-state");
    assertThat(second.send("session.start", "session", "{}").path("result").textValue())
        .isEqualTo("success");
  }

  @Test
  void afterAConfirmOrAFailureASessionMayBePreparedOnTheSameConnection() {
    first.login();

    assertThat(second.prepare(false).path("result").textValue()).isEqualTo("confirm");
    assertThat(code(second.sendRaw("{\"command\":\"prepareSession\",\"data\":{}}")))
        .isEqualTo("invalid-data");
    assertThat(second.prepare(true).path("result").textValue()).isEqualTo("success");
  }

  @Test
  void theAgentLegOutlivesTheConnection() {
    first.login();
    first.send("session.request.incontact.agentleg.connect", "session", "{}");
    context.theSwitch.disconnected(first);
    second.prepare(true);
    second.send("session.start", "session", "{}");

    second.send("session.request.incontact.agentleg.disconnect", "session", "{}");

    assertThat(second.events()).containsExactly("session.agentleg.disconnected session");
  }

  @Test
  void anOverriddenSessionIsInert() {
    first.login();
    second.prepare(true);

    assertThat(code(first.send("channel.activate", "channel", "{}"))).isEqualTo("invalid-state");
    assertThat(second.send("session.start", "session", "{}").path("result").textValue())
        .isEqualTo("success");
    assertThat(code(second.send("session.start", "session", "{}"))).isEqualTo("invalid-state");
  }

  @Test
  void logoutReleasesTheCallsAndSaysNothingOfIt() {
    first.login();
    first.send("channel.dial", "channel", "{\"destination\":\"5550100\"}");

    JsonNode answer = first.send("session.request.logout", "session", "{}");

    assertThat(answer.path("result").textValue()).isEqualTo("success");
    assertThat(answer.has("data")).isFalse();
    assertThat(first.events()).isEmpty();
    assertThat(code(first.send("session.request.logout", "session", "{}")))
        .isEqualTo("invalid-state");
    assertThat(second.prepare(false).path("result").textValue()).isEqualTo("success");
  }

  @Test
  void anExtensionIsHeldByOneAgentAtATime() {
    first.login();
    SwitchFixture bob = new SwitchFixture(context, "bob");
    bob.prepare(false);

    assertThat(code(bob.send("session.start", "session", "{\"extension\":\"7001\"}")))
        .isEqualTo("invalid-data");
    assertThat(
            bob.send("session.start", "session", "{\"extension\":\"7009\"}")
                .path("result")
                .textValue())
        .isEqualTo("success");
  }

  @Test
  void aChannelWhoseEndpointIsHeldByAnotherAgentIsUnavailable() {
    SwitchFixture bob = new SwitchFixture(context, "bob");
    bob.prepare(false);
    bob.send("session.start", "session", "{\"extension\":\"7001\"}");

    first.prepare(false);
    first.send("session.start", "session", "{}");

    assertThat(first.events()).contains("state.updated channel UNAVAILABLE");
    assertThat(code(first.send("channel.activate", "channel", "{}"))).isEqualTo("invalid-state");
  }

  @Test
  void anEndpointThatIsGivenBackIsTakenByTheAgentWaitingForIt() {
    SwitchFixture bob = new SwitchFixture(context, "bob");
    bob.prepare(false);
    bob.send("session.start", "session", "{\"extension\":\"7001\"}");
    first.prepare(false);
    first.send("session.start", "session", "{}");
    first.forget();

    bob.send("session.request.logout", "session", "{}");

    assertThat(first.events()).containsExactly("state.updated channel INACTIVE");
    first.send("channel.activate", "channel", "{}");
    first.forget();
    context.theSwitch.call("5551234", "7001", Map.of());
    assertThat(first.events()).endsWith("interaction.initialized interaction");
  }

  @Test
  void aResetSendsNoEventOfACallBetweenAgents() {
    first.login();
    SwitchFixture bob = new SwitchFixture(context, "bob").login();
    first.send("channel.dial", "channel", "{\"destination\":\"7002\"}");
    bob.send("conversation.answer", "conversation", "{}");
    bob.forget();

    context.theSwitch.reset();
    new SwitchFixture(context, "carol").login();

    assertThat(bob.events()).isEmpty();
  }

  @Test
  void theSameSeedMakesTheSameBytes() {
    assertThat(wireOf(1)).isEqualTo(wireOf(1)).isNotEqualTo(wireOf(2));
  }

  private static String wireOf(long seed) {
    SwitchFixture.Exchange context = new SwitchFixture.Exchange(seed);
    SwitchFixture desk = new SwitchFixture(context, "alice").login();
    Stream.of("5550120", "5550203")
        .forEach(
            number -> {
              desk.send("channel.dial", "channel", "{\"destination\":\"" + number + "\"}");
              context.clock.advance(Duration.ofSeconds(60));
              desk.send("conversation.release", "conversation", "{}");
              desk.send("interaction.complete", "interaction", "{}");
            });
    return String.join("\n", context.wire);
  }

  private static String idOf(String target) {
    return target.substring(target.lastIndexOf('.'));
  }

  private static String code(JsonNode answer) {
    return answer.path("failure").path("code").asText();
  }
}
