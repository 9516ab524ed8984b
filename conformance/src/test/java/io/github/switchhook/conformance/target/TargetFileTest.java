package io.github.switchhook.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetFileTest {
  private static final String WHOLE =
      """
      name: Acme adapter 4.2
      url: wss://cti.acme.example/agent
      headers: {X-Api-Key: very-secret}
      agents:
        - {id: alice, password: hush-hush, extension: "7001"}
      numbers: {answers: "5550100"}
      capabilities: [consult]
      dialect: {stateEvent: prefixed, codes: {invalid-state: E_STATE}}
      timeouts: {responseMillis: 750}
      ordering: {quietMillis: 300}
      """;

  @TempDir Path directory;

  @Test
  void readsEverything() throws IOException {
    Target target = Target.load(write(WHOLE));

    assertThat(target.name()).isEqualTo("Acme adapter 4.2");
    assertThat(target.url()).isEqualTo(URI.create("wss://cti.acme.example/agent"));
    assertThat(target.agents())
        .containsExactly(new Agent("alice", new Secret("hush-hush"), "7001"));
    assertThat(target.numbers()).containsEntry("answers", "5550100");
    assertThat(target.capabilities()).containsExactly("consult");
    assertThat(target.dialect().eventName("state.updated", "channel"))
        .isEqualTo("channel.state.updated");
    assertThat(target.dialect().code("invalid-state")).isEqualTo("E_STATE");
    assertThat(target.timeouts())
        .isEqualTo(new Timeouts(Duration.ofSeconds(3), Duration.ofMillis(750)));
    assertThat(target.ordering()).isEqualTo(new Ordering.Quiet(Duration.ofMillis(300)));
    assertThat(target.toString()).doesNotContain("hush-hush").doesNotContain("very-secret");
  }

  @Test
  void needsOnlyWhereAndWho() throws IOException {
    Target target =
        Target.load(
            write("url: ws://localhost/agent\nagents: [{id: a, password: b, extension: \"1\"}]\n"));

    assertThat(target.name()).isEqualTo("ws://localhost/agent");
    assertThat(target.ordering()).isEqualTo(new Ordering.Barrier());
    assertThat(target.dialect()).isEqualTo(Dialect.PLAIN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ordering: {quietMillis: 300} | orderng: {} | line 10: unknown key 'orderng', did you mean 'ordering'?",
        "extension: \"7001\" | extension: 7001 | agents.0.extension: Cannot coerce Integer value (7001)",
        "extension: \"7001\" | extention: \"7001\" | line 5: unknown key 'extention', did you mean 'extension'?",
        "url: wss://cti.acme.example/agent | '' | the key 'url' is missing",
        "url: wss | url: https | url must begin with ws:// or wss://, but is https://cti.acme.example/agent",
        "stateEvent: prefixed | stateEvent: fancy | unknown style of the state event (stateEvent)",
        "capabilities: [consult] | numbers: {} | line 7: Duplicate field 'numbers'",
        "quietMillis: 300 | quietMillis: soon | ordering.quietMillis: Cannot"
      })
  void refusesAndSaysWhere(String right, String wrong, String message) throws IOException {
    Path file = write(WHOLE.replace(right, wrong));

    assertThatThrownBy(() -> Target.load(file))
        .isInstanceOf(TargetFormatException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message);
  }

  @Test
  void neverQuotesAPasswordInAMessage() throws IOException {
    Path file = write(WHOLE.replace("password: hush-hush", "password: [hush-hush]"));

    assertThatThrownBy(() -> Target.load(file))
        .hasMessageContaining("agents.0.password")
        .hasMessageNotContaining("hush");
  }

  @Test
  void redactsAlsoWhatIsEscapedAndLeavesShortOnesReadable() {
    Secrets secrets = Secrets.of(List.of(new Secret("a\"b\\c"), new Secret("x1"), new Secret(" ")));

    assertThat(secrets.redact("{\"password\":\"a\\\"b\\\\c\"} a\"b\\c"))
        .isEqualTo("{\"password\":\"***\"} ***");
    assertThat(secrets.redact("\"x1\" but x1y")).isEqualTo("\"***\" but x1y");
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(directory.resolve("target.yaml"), yaml);
  }
}
