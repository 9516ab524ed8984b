package io.github.switchhook.conformance.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.ObjectRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentViewTest {
  private final AgentView view = new AgentView(Dialect.PLAIN);

  @BeforeEach
  void consulting() {
    view.session("s");
    event("channel.created", "s.g.c");
    event("interaction.created", "s.g.c.i");
    event("conversation.created", "s.g.c.i.v");
    event("conversation.created", "s.g.c.i.w");
  }

  @Test
  void namesTheObjectsOfAConsult() {
    assertThat(view.target(ObjectRole.CONVERSATION)).contains("s.g.c.i.v");
    assertThat(view.target(ObjectRole.CONSULT)).contains("s.g.c.i.w");
    assertThat(view.shortForm("s.g.c.i.w")).isEqualTo("s.c.i.w");
    assertThat(view.hasGroup()).isTrue();
  }

  @Test
  void theConsultBecomesTheConversationWhenTheOriginalLeavesFirst() {
    ActualEvent disposed = event("conversation.disposed", "s.g.c.i.v");

    assertThat(disposed.objects()).containsExactly("conversation");
    assertThat(event("state.updated", "s.g.c.i.w").objects())
        .containsExactly("conversation", "consult");
    assertThat(event("conversation.created", "s.g.c.i.x").objects()).containsExactly("consult");
  }

  @Test
  void aNameOutlivesItsObject() {
    event("conversation.disposed", "s.g.c.i.w");

    assertThat(event("state.updated", "s.g.c.i.w").objects()).containsExactly("consult");
  }

  @Test
  void namesNothingThatStandsUnderAForeignParent() {
    assertThat(event("conversation.created", "s.g.c.other.z").objects()).isEmpty();
    assertThat(event("interaction.created", "other.g.c.j").objects()).isEmpty();
    assertThat(event("channel.created", "s.a.b.c").objects()).isEmpty();
  }

  @Test
  void aSecondChannelIsTheAddedOne() {
    assertThat(event("channel.created", "s.d").objects()).containsExactly("added channel");
    assertThat(view.target(ObjectRole.CHANNEL)).contains("s.g.c");
  }

  @Test
  void aChannelIsCalledByItsType() {
    assertThat(channel("s.d", "Chat").objects()).containsExactly("chat channel");
    assertThat(channel("s.e", "Email").objects()).containsExactly("email channel");
    assertThat(channel("s.f", "Telephony").objects()).containsExactly("added channel");
  }

  @Test
  void theInteractionIsTheLastOneBegunOnWhicheverChannel() {
    channel("s.d", "Chat");

    assertThat(event("interaction.created", "s.d.j").objects()).containsExactly("interaction");
    assertThat(event("interaction.ended", "s.g.c.i").objects())
        .containsExactly("other interaction");
    assertThat(event("conversation.disposed", "s.g.c.i.v").objects())
        .containsExactly("conversation");
    assertThat(view.carries(ObjectRole.CHAT_CHANNEL)).isTrue();
    event("interaction.disposed", "s.d.j");
    assertThat(view.carries(ObjectRole.CHAT_CHANNEL)).isFalse();
    assertThat(event("interaction.created", "s.g.c.k").objects()).containsExactly("interaction");
    assertThat(event("interaction.created", "s.g.c.l").objects()).containsExactly("interaction");
    assertThat(view.target(ObjectRole.OTHER_INTERACTION)).contains("s.d.j");
  }

  @Test
  void knowsThePartiesOfItsCalls() {
    member("added", "s.g.c.i.v", "7002");
    assertThat(view.meets("7002")).isTrue();

    view.session("t");
    member("removed", "t.g.c.i.v", "7002");
    assertThat(view.meets("7002")).isFalse();

    member("added", "t.g.c.i.v", "7003");
    event("conversation.disposed", "t.g.c.i.v");
    assertThat(view.meets("7003")).isFalse();
  }

  private ActualEvent channel(String target, String type) {
    return view.apply(
        Json.object()
            .put("name", "channel.created")
            .put("target", target)
            .set("data", Json.object().put("type", type)),
        false);
  }

  private void member(String what, String conversation, String address) {
    ObjectNode member = Json.object().put("id", "p").put("address", address);
    view.apply(
        Json.object()
            .put("name", "conversation.member." + what)
            .put("target", conversation)
            .set("data", Json.object().set("member", member)),
        false);
  }

  @Test
  void anObjectReportedAgainInANewSessionKeepsItsName() {
    view.session("t");
    event("channel.created", "t.g.c");
    event("interaction.created", "t.g.c.i");

    assertThat(event("conversation.created", "t.g.c.i.w").objects()).containsExactly("consult");
    assertThat(event("conversation.created", "t.g.c.i.v").objects())
        .containsExactly("conversation");
  }

  private ActualEvent event(String name, String target) {
    return view.apply(
        Json.object().put("name", name).put("target", target).set("data", Json.object()), false);
  }
}
