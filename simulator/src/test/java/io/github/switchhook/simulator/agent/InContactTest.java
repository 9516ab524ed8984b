package io.github.switchhook.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.SwitchFixture;
import io.github.switchhook.simulator.protocol.Capability;
import org.junit.jupiter.api.Test;

/** The session commands of the InContact platform (PROTOCOL section 5). */
class InContactTest {
  private final SwitchFixture desk = SwitchFixture.ready();

  @Test
  void theAgentLegConnectsAndDisconnects() {
    assertThat(code(send("agentleg.disconnect"))).isEqualTo("invalid-state");

    send("agentleg.connect");
    assertThat(desk.events()).containsExactly("session.agentleg.connected session");
    send("agentleg.connect");
    assertThat(desk.events()).isEmpty();
    send("agentleg.disconnect");
    assertThat(desk.events()).containsExactly("session.agentleg.disconnected session");
  }

  @Test
  void theAgentLegCanFail() {
    desk.context().theSwitch.agentLegFails("7001", true);

    send("agentleg.connect");

    assertThat(desk.events()).containsExactly("session.agentleg.failed session");
    assertThat(code(send("agentleg.disconnect"))).isEqualTo("invalid-state");
  }

  @Test
  void theAddressBookHasContactsWithNumbers() {
    JsonNode book = send("addressbook").path("data").path("addressbooks").get(0);

    assertThat(book.path("entries"))
        .extracting(entry -> entry.path("type").textValue())
        .containsExactly("external", "agent", "skill");
    assertThat(book.path("entries").get(0).path("destinations").get(0).path("value").textValue())
        .isEqualTo("5550100");
  }

  @Test
  void otherPlatformsHaveNoneOfIt() {
    desk.context().theSwitch.capability(Capability.INCONTACT, false);

    assertThat(code(send("agentleg.connect"))).isEqualTo("unsupported");
    assertThat(code(send("agentleg.disconnect"))).isEqualTo("unsupported");
    assertThat(code(send("addressbook"))).isEqualTo("unsupported");
  }

  private JsonNode send(String command) {
    return desk.send("session.request.incontact." + command, "session", "{\"realtime\":false}");
  }

  private static String code(JsonNode answer) {
    return answer.path("failure").path("code").asText();
  }
}
