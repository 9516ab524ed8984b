package io.github.switchhook.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.WebSocketAgent;
import io.github.switchhook.simulator.agent.SwitchSetup;
import io.github.switchhook.simulator.protocol.Codec;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Faults over a real WebSocket: which agents they strike, how often, and what is left of the
 * message.
 */
@Timeout(60)
class FaultTest {
  private final Simulator simulator;
  private final WebSocketAgent alice;

  FaultTest() throws IOException {
    simulator = Simulator.start(SimulatorOptions.standard());
    alice = WebSocketAgent.ready(simulator.uri(), "alice");
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void strikesAsOftenAsItShall() {
    perform("fault", "{\"kind\":\"omit-echo\",\"on\":\"channel.activate\",\"times\":2}");

    assertThat(activate().has("data")).isFalse();
    assertThat(activate().has("data")).isFalse();
    assertThat(activate().has("data")).isTrue();
    assertThat(perform("faults", "{}").path("faults").toString())
        .isEqualTo(
            "[{\"kind\":\"omit-echo\",\"on\":\"channel.activate\",\"times\":2,\"struck\":2}]");
  }

  @Test
  void strikesOneAgentByIdOrExtension() {
    perform("fault", "{\"kind\":\"omit-echo\",\"agent\":\"7002\",\"times\":\"all\"}");
    perform("fault", "{\"kind\":\"drop\",\"agent\":\"bob\",\"on\":\"channel.created\"}");

    assertThat(activate().has("data")).isTrue();
    assertThat(perform("faults", "{}").path("faults").findValuesAsText("struck"))
        .containsExactly("0", "0");
  }

  @Test
  void isGoneAfterAResetAndStandingOnesAreBack() throws IOException {
    Fault standing = Fault.parse("drop:channel.infochanged");
    try (Simulator other =
        Simulator.start(SimulatorOptions.standard().withFaults(List.of(standing)))) {
      other.control().perform("fault", Codec.readObject("{\"kind\":\"close\"}"));
      other.control().perform("reset", Codec.object());

      assertThat(other.control().perform("faults", Codec.object()).toString())
          .isEqualTo(
              "{\"faults\":[{\"kind\":\"drop\",\"on\":\"channel.infochanged\","
                  + "\"times\":\"all\",\"struck\":0}]}");
    }
  }

  @Test
  void closesWithTheCodeAskedFor() {
    perform("fault", "{\"kind\":\"close\",\"code\":4000}");

    alice.toChannel("channel.activate", "{}");

    assertThat(alice.closeCode()).isEqualTo(4000);
  }

  @Test
  void delaysOnTheSwitchsClock() {
    perform("fault", "{\"kind\":\"delay\",\"on\":\"channel.activate\",\"millis\":5000}");
    alice.toChannel("channel.activate", "{}");
    alice.toChannel("channel.dial", "{\"destination\":\"5550110\"}");
    assertThat(alice.next().path("command").textValue()).isEqualTo("channel.dial");
    alice.until("interaction.initialized");

    perform("advance", "{\"seconds\":5}");

    assertThat(alice.next().path("command").textValue()).isEqualTo("channel.activate");
  }

  @Test
  void sendsMoreThanAClientTakes() {
    perform("fault", "{\"kind\":\"oversize\"}");

    assertThat(activate().path("padding").textValue()).hasSize(1024 * 1024);
  }

  @Test
  void staysHalfOpen() {
    perform("fault", "{\"kind\":\"half-open\"}");
    alice.toChannel("channel.activate", "{}");
    alice.toChannel("channel.activate", "{}");
    perform("await", "{\"command\":\"channel.activate\",\"count\":3,\"timeoutMillis\":5000}");
    perform("call", "{\"from\":\"5551234\",\"to\":\"7001\"}");

    JsonNode seen =
        perform(
            "await", "{\"agent\":\"7001\",\"event\":\"interaction.created\",\"timeoutMillis\":1}");
    assertThat(seen.path("seen").booleanValue()).isFalse();
  }

  @Test
  void isInTheJournalWithWhatItStruck() {
    long since = perform("journal", "{}").path("last").longValue();
    perform("fault", "{\"kind\":\"drop\",\"on\":\"channel.infochanged\",\"agent\":\"7001\"}");
    perform("call", "{\"from\":\"5551234\",\"to\":\"7001\"}");

    JsonNode missed =
        perform(
            "await",
            "{\"agent\":\"7001\",\"event\":\"channel.infochanged\",\"timeoutMillis\":1,\"since\":"
                + since
                + "}");

    assertThat(missed.path("explanation").textValue())
        .startsWith(
            "expected channel.infochanged seen by agent 7001; an installed fault struck it: #")
        .contains(" drop (alice)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "explode             | kind: expected one of drop, duplicate",
        "drop:dial           | on: expected the name of a command or event",
        "drop:interaction.previw     | got interaction.previw, did you mean interaction.preview?",
        "drip                        | did you mean drop?",
        "stop-reading:state.updated | on: expected a command, which is what stop-reading strikes",
        "omit-original:channel.created | on: expected a command, which is what omit-original",
        "wrong-state:channel.created | on: expected the state event, which is what wrong-state",
        "misdirect:prepareSession    | on: expected a command with a target, or an event",
        "drop:interaction.preview:zed | agent: expected an id or extension, one of alice, 7001",
        "drop::alic                  | got alic, did you mean alice?"
      })
  void saysWhatIsNoFault(String text, String said) {
    assertThatThrownBy(() -> Fault.parse(text).among(SwitchSetup.standard().agentNames()))
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @CsvSource({"drop:channel.dial:bob, bob, channel.dial", "drop::7001, 7001,", "drop, ,"})
  void isForOneAgentOrAll(String text, @Nullable String agent, @Nullable String on) {
    Fault fault = Fault.parse(text);

    assertThat(fault.agent()).isEqualTo(agent);
    assertThat(fault.on()).isEqualTo(on);
  }

  @ParameterizedTest
  @ValueSource(strings = {"refuse", "drop", "wrong-result"})
  void strikesTheLoginOfAnAgent(String kind) {
    perform("fault", "{\"kind\":\"" + kind + "\",\"on\":\"prepareSession\",\"agent\":\"bob\"}");

    WebSocketAgent.ready(simulator.uri(), "carol");
    assertThat(perform("faults", "{}").path("faults").findValuesAsText("struck"))
        .containsExactly("0");

    WebSocketAgent.connect(simulator.uri()).prepare("bob");
    assertThat(
            perform(
                    "await",
                    "{\"agent\":\"bob\",\"command\":\"prepareSession\",\"timeoutMillis\":5000}")
                .path("seen")
                .booleanValue())
        .isTrue();
    assertThat(perform("faults", "{}").path("faults").findValuesAsText("struck"))
        .containsExactly("1");
  }

  private JsonNode activate() {
    alice.toChannel("channel.activate", "{}");
    return alice.until("channel.activate");
  }

  private JsonNode perform(String operation, String arguments) {
    return simulator.control().perform(operation, Codec.readObject(arguments));
  }
}
