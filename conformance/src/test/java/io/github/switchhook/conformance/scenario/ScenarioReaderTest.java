package io.github.switchhook.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.switchhook.conformance.protocol.Events;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioReaderTest {
  private static final Path SCHEMA =
      Path.of("../fixtures/src/main/resources/schemas/scenario.schema.json");
  private static final String HEAD = "name: A call\nagents: {alice: ready}\nsteps:\n";

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          - {agent: alice, sends: conversation.anwser}        | :4: unknown command 'conversation.anwser', did you mean 'conversation.answer'?
          - {agent: alise, sends: conversation.answer}        | :4: unknown agent 'alise', did you mean 'alice'?
          - {agent: alice, sends: conversation.hold, wiht: {}} | :4: unknown key 'wiht', did you mean 'with'?
          - {agent: alice, sends: conversation.hold, to: konsult} | :4: unknown object 'konsult', did you mean 'consult'?
          - {agent: bob, sends: conversation.hold}          | call.yaml:4: bob is not among the agents of this scenario
          - {pass: 1s, sees: {carol: nothing}}              | call.yaml:4: carol is not among the agents
          - {agent: alice, sends: channel.dial, with: {destination: $ansers}} | call.yaml:4: unknown variable '$ansers', did you mean 'answers'?
          - {customer: "5559000", calls: alcie}             | :4: unknown agent or queue 'alcie', did you mean 'alice'?
          - {customer: "5559000", chats with: sale}         | :4: unknown agent or queue 'sale', did you mean 'sales'?
          - {pass: 1s, state: {alice: {conversation: HELDD}}} | :4: unknown state of the conversation 'HELDD', did you mean 'HELD'?
          - {pass: 1s, state: {alice: {consult: STARTED}}}    | :4: unknown state of the consult 'STARTED'
          - {pass: 1s, state: {alice: {channel: {busy: yess}}}} | :4: unknown busy of the channel 'yess'
          - {pass: 1s, sees: {alice: [state.updated conversation state=CONECTED]}} | :4: unknown state of the conversation 'CONECTED', did you mean 'CONNECTED'?
          - {pass: 1s, sees: {alice: {never: [state.updated conversation stat=HELD]}}} | :4: unknown column 'stat', did you mean 'state'?
          - {pass: 1s, sees: {alice: [conversation.member.added conversation member=$anwers]}} | :4: unknown variable '$anwers', did you mean 'answers'?
          - {pass: 1s, state: {alice: {interaction: $wanted}}} | :4: unknown variable '$wanted'
          - {wait for: conversation.member.added conversation member=$nobody, agent: alice} | :4: unknown variable '$nobody'
          - {pass: 5 hours}                                   | :4: expected a time such as 5s, 2m or 500ms, got 5 hours
          - {pass: 500ms}                                     | :4: expected whole seconds, got 500ms
          - {party: far end, does: hangs-up}                  | :4: unknown act 'hangs-up', did you mean 'hangs up'?
          - {wait for: state.updatd conversation, agent: alice} | :4: unknown event 'state.updatd', did you mean 'state.updated'?
          - {wait for: nonsense, agent: alice}                  | :4: expected an event, its object and what it says
          - {customer: "5559000"}                             | :4: a step with 'customer' needs the key 'calls'
          - {sees: {alice: nothing}}                          | :4: a step needs one of the keys sends, customer
          - {include: other.yaml}                             | other.yaml: no such file
          - {agent: alice, sends: a, sends: b}                | sends
          """)
  void saysWhichLineIsWrong(String step, String message) throws IOException {
    Path file = write("call.yaml", HEAD + "  " + step + "\n");

    assertThatThrownBy(() -> ScenarioReader.load(file))
        .isInstanceOf(ScenarioFormatException.class)
        .hasMessageContaining("call.yaml")
        .hasMessageContaining(message);
  }

  @Test
  void playsOncePerRowOfATable() throws IOException {
    write("numbers.csv", "number, what\n5550120, busy\n5550130, refuses\n");
    Path file =
        write(
            "call.yaml",
            """
            name: A call
            data: numbers.csv
            agents: {alice: ready}
            steps:
              - {agent: alice, sends: channel.dial, with: {destination: $number}}
            """);

    List<ScenarioFile> scenarios = ScenarioReader.load(file);

    assertThat(scenarios)
        .extracting(ScenarioFile::name)
        .containsExactly(
            "A call [number=5550120, what=busy]", "A call [number=5550130, what=refuses]");
    assertThat(scenarios.get(1).variables()).containsEntry("number", "5550130");
  }

  @Test
  void aColumnThatNoTableHasIsFoundBeforeAnythingIsPlayed() throws IOException {
    write("numbers.csv", "nubmer\n5550120\n");
    Path file =
        write(
            "call.yaml", "data: numbers.csv\n" + HEAD + "  - {customer: $number, calls: alice}\n");

    assertThatThrownBy(() -> ScenarioReader.load(file))
        .hasMessageContaining("call.yaml:5: unknown variable '$number', did you mean 'nubmer'?");
  }

  @Test
  void namesThatOnlyTheTargetKnowsAreTaken() throws IOException {
    Path file =
        write(
            "call.yaml",
            HEAD
                + "  - {customer: \"5559000\", calls: complaints}\n"
                + "  - {customer: \"5559000\", calls: Q-17}\n"
                + "  - {pass: 1s, sees: {alice: [interaction.preview interaction skill=gold]}}\n");

    assertThat(ScenarioReader.load(file).get(0).steps()).hasSize(3);
  }

  @Test
  void includesStepsOfAnotherFile() throws IOException {
    write("_begin.yaml", "steps:\n  - {pass: 2s}\n");
    Path file = write("call.yaml", HEAD + "  - {include: _begin.yaml}\n  - {pass: 1m}\n");

    assertThat(ScenarioReader.load(file).get(0).steps())
        .extracting(ScenarioStep::action)
        .containsExactly(
            new Action.Pass(Duration.ofSeconds(2)), new Action.Pass(Duration.ofMinutes(1)));
  }

  @Test
  void takesAVariableFromTheStepThatKeepsIt() throws IOException {
    String keeps = "  - {agent: alice, sends: session.start, keep: {id: /target}, answer: any}\n";
    String uses = "  - {agent: alice, sends: session.start, to: $id.x, with: {a: $id}}\n";

    assertThat(ScenarioReader.load(write("call.yaml", HEAD + keeps + uses))).hasSize(1);
    assertThatThrownBy(() -> ScenarioReader.load(write("call.yaml", HEAD + uses + keeps)))
        .hasMessageContaining("call.yaml:4: unknown variable '$id'");
  }

  @Test
  void stopsWhereFilesIncludeEachOther() throws IOException {
    Path file = write("call.yaml", HEAD + "  - {include: call.yaml}\n");

    assertThatThrownBy(() -> ScenarioReader.load(file))
        .hasMessageContaining(":4: files include each other");
  }

  @Test
  void provesNothingWithoutSteps() throws IOException {
    Path file = write("call.yaml", HEAD.replace("steps:", "steps: []"));

    assertThatThrownBy(() -> ScenarioReader.load(file))
        .hasMessageContaining(":3: expected at least one step, found none");
  }

  @Test
  void readsNumbersAsTheyAreWritten() throws IOException {
    Path file = write("call.yaml", HEAD + "  - {customer: 0049301234, calls: alice}\n");

    assertThat(ScenarioReader.load(file).get(0).steps().get(0).action())
        .isEqualTo(new Action.Customer(ContactType.CALL, "0049301234", "alice"));
  }

  @Test
  void theIndexOfTheLibraryIsComplete() throws IOException {
    Path directory =
        Path.of("..", "fixtures", "src", "main", "resources", "scenarios").toAbsolutePath();
    try (var files = Files.list(directory)) {
      assertThat(ScenarioSource.libraryFiles())
          .containsExactlyElementsOf(
              files
                  .map(file -> String.valueOf(file.getFileName()))
                  .filter(name -> name.endsWith(".yaml"))
                  .sorted()
                  .toList());
    }
    assertThat(ScenarioReader.library()).hasSizeGreaterThanOrEqualTo(20);
  }

  static List<String> libraryFiles() {
    return ScenarioSource.libraryFiles();
  }

  @ParameterizedTest
  @MethodSource("libraryFiles")
  void theLibraryFollowsTheSchema(String name) throws IOException {
    assertThat(schema().validate(json(ScenarioSource.library().read(name)), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void theSchemaKnowsWhatTheReaderKnows() throws IOException {
    String schema = Files.readString(SCHEMA);

    assertThat(schema).contains(ProtocolNames.states().map(word -> '"' + word + '"').toList());
    assertThat(schema)
        .contains(ProtocolNames.OBJECTS.stream().map(word -> '"' + word + '"').toList());
    assertThat(schema)
        .contains(
            ProtocolNames.commands().stream()
                .filter(command -> !command.contains(".incontact."))
                .map(word -> '"' + word + '"')
                .toList());
    assertThat(schema)
        .contains(Events.ALL.stream().map(word -> word.replace(".", "\\\\.")).toList());
  }

  @Test
  void theSchemaRefusesWrongFiles() throws IOException {
    String wrong = HEAD + "  - {agent: alice, sends: conversation.hold, wiht: {}}\n";

    assertThat(schema().validate(json(wrong), InputFormat.JSON)).isNotEmpty();
  }

  private static Schema schema() throws IOException {
    try (var in =
        Objects.requireNonNull(
            ScenarioReaderTest.class.getResourceAsStream("/schemas/scenario.schema.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    }
  }

  private static String json(String yaml) throws IOException {
    JsonNode tree = new YAMLMapper().readTree(yaml);
    return tree.toString();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
