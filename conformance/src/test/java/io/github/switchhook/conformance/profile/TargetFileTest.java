package io.github.switchhook.conformance.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.switchhook.fixtures.Level;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
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

  /** Makes empty stores: reading a profile only checks that they exist. */
  @BeforeEach
  void layStores() throws IOException {
    Files.createFile(directory.resolve("example-ca.pem"));
    Files.createFile(directory.resolve("me.p12"));
  }

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
  void needsOnlyUrlAndAgents() throws IOException {
    Target target =
        Target.load(
            write("url: ws://localhost/agent\nagents: [{id: a, password: b, extension: \"1\"}]\n"));

    assertThat(target.name()).isEqualTo("ws://localhost/agent");
    assertThat(target.ordering()).isEqualTo(new Ordering.ByBarrier());
    assertThat(target.dialect()).isEqualTo(Dialect.PLAIN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ordering: {quietMillis: 300} | orderng: {} | :10: unknown key 'orderng', did you mean 'ordering'?",
        "extension: \"7001\" | extension: 7001 | agents.0.extension: expected text, but a number stands here (put it in quotes)",
        "extension: \"7001\" | extention: \"7001\" | :5: unknown key 'extention', did you mean 'extension'?",
        "url: wss://cti.acme.example/agent | '' | the key 'url' is missing",
        "url: wss | url: https | url must begin with ws:// or wss://, but is https://cti.acme.example/agent",
        "stateEvent: prefixed | stateEvent: fancy | unknown style of the state event (stateEvent)",
        "capabilities: [consult] | numbers: {} | :7: Duplicate field 'numbers'",
        "quietMillis: 300 | quietMillis: soon | ordering.quietMillis: expected a whole number, but text stands here",
        "quietMillis: 300 | 'quietMillis: \"300\"' | ordering.quietMillis: expected a whole number, but text stands here (leave out the quotes)",
        "quietMillis: 300 | 'quietMillis: 300, afterStimulusMillis: 20' | :10: ordering takes one of quietMillis",
        "capabilities: [consult] | capabilities: consult | :7: capabilities: expected a list, but text stands here",
        "numbers: {answers: \"5550100\"} | numbers: [1] | numbers: expected keys with values, but a list stands here",
        "ordering: {quietMillis: 300} | channels: {atStart: [Telephony, Chta]} | unknown channels.atStart 'Chta'",
        "ordering: {quietMillis: 300} | channels: {atStart: [Chat]} | channels.atStart: expected a list that begins with Telephony, got [Chat]",
        "ordering: {quietMillis: 300} | channels: {callsEnd: [takeovr]} | unknown channels.callsEnd 'takeovr', did you mean 'takeover'?",
        "ordering: {quietMillis: 300} | channels: {activeAtStart: soon} | channels.activeAtStart: expected true or false, but text stands here",
        "ordering: {quietMillis: 300} | ordering: 300 | ordering: expected keys with values, but a number stands here",
        "wss://cti.acme.example/agent | ws:/agent | :2: url names no host that can be connected to: ws:/agent",
        "wss://cti.acme.example/agent | ws://my_switch:9000/agent | a host has no underscore, which names of containers often have",
        "ordering: {quietMillis: 300} | trustStore: {file: none.pem} | :10: trustStore.file: there is no file",
        "ordering: {quietMillis: 300} | keyStore: {file: none.p12} | :10: keyStore.file: there is no file",
        "capabilities: [consult] | capabilities: [consult | :8: "
      })
  void refusesAndSaysWhere(String right, String wrong, String message) throws IOException {
    Path file = write(WHOLE.replace(right, wrong));

    assertThatThrownBy(() -> Target.load(file))
        .isInstanceOf(TargetFormatException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message);
  }

  /** The example explains every key; a key that it lacks, or has too many, fails here. */
  @Test
  void readsTheExampleWhichHasEveryKey() throws IOException {
    String example = example();
    Target target = Target.load(write(example));

    assertThat(target.login()).hasSize(1);
    assertThat(target.envelope().ignore()).hasSize(1);
    assertThat(target.stimulus()).isInstanceOf(StimulusConfig.HttpConfig.class);
    assertThat(target.channels().activeAtStart()).isTrue();
    assertThat(target.overrides())
        .extracting(RequirementOverride::id)
        .containsExactly("SWH-HOLD-002");
    assertThat(target.levels()).containsEntry("SWH-HOLD-002", Level.MUST);
    assertThat(target.waivers())
        .containsExactly(
            new Waiver(
                "SWH-MUTE-002",
                "Fixed in 4.3.",
                "https://tracker.example.net/42",
                LocalDate.of(2027, 3, 31)));
    assertThat(target.dialect().pointer("conversation", "state").toString()).isEqualTo("/status");
    assertThat(target.dialect().value("conversation", "state", "HELD")).isEqualTo("PARKED");
    assertThat(target.dialect().value("channel", "state", "ACTIVE")).isEqualTo("ACTIVE");
    assertThat(target.dialect().reports("interaction", "recording")).isFalse();
    assertThat(target.queues()).containsEntry("sales", "Q-17");
    assertThat(target.timeouts().realTime()).isEqualTo(Duration.ofSeconds(30));
    assertThat(target.address().key()).isPresent();
    assertThat(Stream.of(TargetDocument.class.getRecordComponents()))
        .allSatisfy(key -> assertThat(example).containsPattern("(?m)^" + key.getName() + ":"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "capabilities: [consult, recording] | capabilities: [consult, recordng] | unknown capability 'recordng', did you mean 'recording'?",
        "  spare: | spair: | :25: unknown role of a number 'spair', did you mean 'spare'?",
        "  busy: | buzy: | :21: unknown role of a number 'buzy', did you mean 'busy'?",
        "invalid-state: E14 | invalid-stat: E14 | unknown failure code 'invalid-stat', did you mean 'invalid-state'?",
        "muted: {at: /flags/silent | mute: {at: /flags/silent | unknown thing that events report 'mute', did you mean 'muted'?",
        "at: /party/number | at: party.number | dialect.data.member.at must be a JSON pointer such as /data/session, but is party.number",
        "$agent.id | $agent.idd | :35: login.send: unknown placeholder '$agent.idd', did you mean 'agent.id'?",
        "$agent.password | $agent.passwrd | :35: login.send: unknown placeholder '$agent.passwrd', did you mean 'agent.password'?",
        "seq: $number | seq: $counter | envelope.send: unknown placeholder '$counter'",
        "capture: {session: /desk/id} | capture: {desk: /desk/id} | login must capture 'session'",
        "caller: $from | caller: $form | unknown placeholder '$form', did you mean 'from'?",
        "      call: | 'ring:' | unknown operation 'ring'",
        "id: SWH-HOLD-002 | id: SWH-HOLD-202 | unknown requirement 'SWH-HOLD-202', did you mean 'SWH-HOLD-002'?",
        "event: state.updated, on: conversation | event: state.updatd, on: conversation | :105: unknown event in overrides.events 'state.updatd', did you mean 'state.updated'?",
        "state: HELD | state: HELDD | :105: unknown state in overrides.events 'HELDD', did you mean 'HELD'?",
        "state: HELD | stat: HELD | :105: unknown column 'stat', did you mean 'state'?",
        "on: interaction, | on: interactoin, | :106: unknown on in overrides.events 'interactoin', did you mean 'interaction'?",
        "level: MUST | scenario: Holding a mutd call | :103: unknown scenario of SWH-HOLD-002 'Holding a mutd call', did you mean 'Holding a muted call'?",
        "id: ben | id: ann | agents: two have the id 'ann'",
        "url: https://lab.example.net/incoming | url: not a url | :88: stimulus.http.operations.call.url is not a URL",
        "url: https://lab.example.net/incoming | url: lab/incoming | stimulus.http.operations.call.url must begin with http:// or https://",
        "url: https://lab.example.net/incoming | url: 'http://my_lab/incoming' | stimulus.http.operations.call.url names no host",
        "level: MUST | level: WILL | unknown level 'WILL'",
        "2027-03-31 | tomorrow | waivers.expires must be a day such as 2027-01-31, but is tomorrow",
        "a key, or env:NAME | env:SWITCHHOOK_NO_SUCH | headers.X-Api-Key is to come from the environment variable SWITCHHOOK_NO_SUCH, which is not set",
        "responseMillis: 2000 | responseMillis: 0 | responseMillis must be positive, but is 0",
        "connectMillis | conectMillis | unknown key 'conectMillis', did you mean 'connectMillis'?",
        "reference: Manual 4.2, page 31 | '' | the key 'overrides.reference' is missing",
        "{sales: Q-17 | {sale: Q-17 | :27: unknown queue 'sale', did you mean 'sales'?",
        "realTimeSeconds: 30 | realTimeSeconds: 0 | realTimeSeconds must be positive, but is 0",
        "digits: {at | digit: {at | unknown property of requests 'digit', did you mean 'digits'?",
        "at: /tones | at: tones | dialect.requests.digits.at must be a JSON pointer",
        "model: {values | queue: {values | dialect.requests.queue: the names of queues stand under queues",
        "conversation.senddtmf: conv | conversation.hold: conv | dialect.commands: conversation.hold is a documented name, which every target keeps",
        "conversation.senddtmf: conv | conversation.senddtm: conv | unknown command that may have another name 'conversation.senddtm', did you mean 'conversation.senddtmf'?",
        "conversation.dtmf | conversation.retrieve | dialect.commands: conversation.retrieve is another command",
        "conversation.dtmf | '\" conversation.dtmf\"' | dialect.commands: blanks around"
      })
  void refusesAWrongWordOfTheExample(String right, String wrong, String message)
      throws IOException {
    String example = example();
    assertThat(example).contains(right);
    Path file = write(example.replace(right, wrong));

    assertThatThrownBy(() -> Target.load(file))
        .isInstanceOf(TargetFormatException.class)
        .hasMessageContaining(message);
  }

  private static String example() throws IOException {
    try (var in = Target.class.getResourceAsStream("/targets/example.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | the file is empty",
        "'# nothing' | the file is empty",
        "'--- ' | the file is empty",
        "'just a word' | expected keys with values, but text stands here",
        "'[1]' | expected keys with values, but a list stands here",
        "'url: @here' | cannot start any token"
      })
  void saysInPlainWordsWhyAFileIsNotAProfile(String text, String message) throws IOException {
    Path file = write(text);

    assertThatThrownBy(() -> Target.load(file))
        .isInstanceOf(TargetFormatException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("io.github");
  }

  @Test
  void saysThatABinaryFileIsNotAProfile() throws IOException {
    Path file =
        Files.write(directory.resolve("t.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

    assertThatThrownBy(() -> Target.load(file)).hasMessage(file + ": is not text in UTF-8");
  }

  @Test
  void saysThatASecondDocumentIsTooMany() throws IOException {
    Path file = write(WHOLE + "---\nname: other\n");

    assertThatThrownBy(() -> Target.load(file)).hasMessageContaining("second document");
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

  @Test
  void redactsTheSecretsInTemplates() throws IOException {
    Path file =
        write(
            WHOLE
                + """
                login:
                  - send: {type: open, Password: hunter2, auth: {token: {value: t-0k-en}}, pin: [47114711], by: $agent.id}
                    capture: {session: /id}
                """);

    assertThat(Target.load(file).secrets().redact("hunter2 t-0k-en 47114711 open by"))
        .isEqualTo("*** *** *** open by");
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(directory.resolve("target.yaml"), yaml);
  }
}
