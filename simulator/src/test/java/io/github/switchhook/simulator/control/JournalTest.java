package io.github.switchhook.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.WebSocketAgent;
import io.github.switchhook.simulator.protocol.Codec;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The journal through control: causes, waiting, and what came nearest. */
@Timeout(60)
class JournalTest {
  private static final String CREATED = "interaction.created";

  private final Simulator simulator;
  private final WebSocketAgent alice;

  JournalTest() throws IOException {
    simulator = Simulator.start(SimulatorOptions.standard());
    alice = WebSocketAgent.ready(simulator.uri(), "alice");
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void namesTheCauseAndTheAgent() {
    perform("call", "{\"from\":\"5551234\",\"to\":\"7001\"}");

    JsonNode act = entry("control", "call");
    JsonNode event = entry("event", CREATED);

    assertThat(act.path("cause")).isEqualTo(act.path("number"));
    assertThat(event.path("cause")).isEqualTo(act.path("number"));
    assertThat(event.path("agent").textValue()).isEqualTo("alice");
    assertThat(event.path("extension").textValue()).isEqualTo("7001");
    assertThat(entry("response", "channel.activate").path("cause"))
        .isEqualTo(entry("request", "channel.activate").path("number"));
  }

  @Test
  void tiesWhatATimerDoesToTheRequestThatSetIt() {
    alice.toChannel("channel.dial", "{\"destination\":\"5550205\"}");
    alice.until("interaction.initialized");
    long dialled = entry("request", "channel.dial").path("number").longValue();
    long since = perform("journal", "{}").path("last").longValue();

    perform("advance", "{\"seconds\":5}");

    JsonNode answered =
        perform(
            "await", "{\"event\":\"state.updated\",\"since\":" + since + ",\"timeoutMillis\":0}");
    assertThat(answered.path("entry").path("cause").longValue()).isEqualTo(dialled);
  }

  @Test
  void wakesWaitingCallers() throws Exception {
    CompletableFuture<JsonNode> seen =
        CompletableFuture.supplyAsync(
            () ->
                perform(
                    "await",
                    "{\"agent\":\"alice\",\"event\":\"" + CREATED + "\",\"timeoutMillis\":20000}"));

    perform("call", "{\"from\":\"5551234\",\"to\":\"7001\"}");

    assertThat(seen.get(10, TimeUnit.SECONDS).path("entry").path("name").textValue())
        .isEqualTo(CREATED);
  }

  @Test
  void knowsWhatHasBeenSeenAlready() {
    JsonNode seen =
        perform(
            "await", "{\"agent\":\"7001\",\"command\":\"channel.activate\",\"timeoutMillis\":0}");

    assertThat(seen.path("seen").booleanValue()).isTrue();
    assertThat(seen.path("entry").path("kind").textValue()).isEqualTo("request");
  }

  @Test
  void saysThatItWasAnothersOrAnother() {
    perform("call", "{\"from\":\"5551234\",\"to\":\"7001\"}");
    WebSocketAgent.ready(simulator.uri(), "bob");

    assertThat(missed("{\"agent\":\"7002\",\"event\":\"" + CREATED + "\",\"timeoutMillis\":1}"))
        .startsWith("expected interaction.created seen by agent 7002; it was others': #")
        .endsWith(" interaction.created (alice)");
    assertThat(missed("{\"agent\":\"7002\",\"event\":\"interaction.ended\",\"timeoutMillis\":1}"))
        .startsWith("expected interaction.ended seen by agent 7002; others came: #")
        .contains("session.initialized (bob)");
    assertThat(missed("{\"event\":\"interaction.ended\",\"since\":9999,\"timeoutMillis\":1}"))
        .endsWith("; nothing like it came");
  }

  @Test
  void saysThatItCameTooSeldomOrTooEarly() {
    String early = "{\"event\":\"session.initialized\",\"since\":9999,\"timeoutMillis\":1}";
    String seldom = "{\"event\":\"session.initialized\",\"count\":2,\"timeoutMillis\":1}";

    assertThat(missed(early)).contains("it came no later than entry 9999: #");
    assertThat(missed(seldom)).contains("fewer than 2 came: #");
  }

  @Test
  void keepsTheBeginningOfWhatIsLong() {
    alice.toChannel("channel.activate", "{\"padding\":\"" + "x".repeat(100_000) + "\"}");
    alice.until("channel.activate");

    assertThat(perform("journal", "{\"limit\":2}").path("entries").get(0).path("text").textValue())
        .startsWith("{\"command\":\"channel.activate\"")
        .hasSizeLessThan(9000)
        .contains("… (1000")
        .endsWith(" characters)");
  }

  @Test
  void showsTheNewestOfAnAgent() {
    JsonNode report = perform("journal", "{\"agent\":\"7001\",\"limit\":2}");

    assertThat(report.path("entries")).hasSize(2);
    assertThat(report.path("entries").get(1).path("number")).isEqualTo(report.path("last"));
  }

  private String missed(String query) {
    JsonNode report = perform("await", query);
    assertThat(report.path("seen").booleanValue()).isFalse();
    return report.path("explanation").textValue();
  }

  private JsonNode entry(String kind, String name) {
    return StreamSupport.stream(perform("journal", "{}").path("entries").spliterator(), false)
        .filter(entry -> entry.path("kind").asText().equals(kind))
        .filter(entry -> entry.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode perform(String operation, String arguments) {
    return simulator.control().perform(operation, Codec.readObject(arguments));
  }
}
