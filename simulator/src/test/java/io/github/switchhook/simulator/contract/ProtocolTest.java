package io.github.switchhook.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.switchhook.fixtures.Protocol;
import io.github.switchhook.fixtures.Protocol.Part;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.protocol.Command;
import io.github.switchhook.simulator.protocol.EventName;
import io.github.switchhook.simulator.protocol.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * PROTOCOL.md says what the switch does. {@code mvn -pl simulator -am test -Dtest=ProtocolTest
 * -Dprotocol.write=true -Dsurefire.failIfNoSpecifiedTests=false} writes its samples and its
 * diagrams anew.
 */
class ProtocolTest {
  private static final Path FILE = Path.of("..", "PROTOCOL.md");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ID = "https://switchhook.github.io/schemas";
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder -> builder.schemaIdResolvers(ids -> ids.mapPrefix(ID, "classpath:schemas")));

  private static String text = "";
  private static Protocol document = Protocol.parse("");
  private static Protocol played = Protocol.parse("");
  private static List<String> notInTheTable = List.of("not played yet");

  @BeforeAll
  static void play() throws IOException {
    text = Files.readString(FILE);
    document = Protocol.parse(text);
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
      Player player = new Player(simulator);
      played = player.play(document);
      notInTheTable = player.transitions().notInTheTable();
    }
    if (Boolean.getBoolean("protocol.write")) {
      text = played.text();
      document = Protocol.parse(text);
      Files.writeString(FILE, text);
    }
  }

  @Test
  void itIsTakenApartWithoutLoss() {
    assertThat(document.text()).isEqualTo(text);
  }

  @Test
  void itsSamplesAndDiagramsAreWhatTheSwitchDoes() {
    assertThat(FILE).hasContent(played.text());
  }

  @Test
  void conversationsGoTheWaysOfTheTableOnly() {
    assertThat(notInTheTable).isEmpty();
  }

  @Test
  void everySampleIsValid() {
    List<Part> samples = samples(document).toList();

    assertThat(samples).hasSizeGreaterThan(200);
    assertThat(samples)
        .allSatisfy(
            sample -> assertThat(problems(sample)).as("PROTOCOL.md:%s", sample.line()).isEmpty());
  }

  @Test
  void theSevenSectionsAreThoseThatEverythingElseCites() {
    assertThat(document.titles(2))
        .containsSubsequence(
            "1. Messages (D unless marked)",
            "2. Session life (E unless marked)",
            "3. Objects and states",
            "4. The rules that produce the event lists",
            "5. Commands",
            "6. What bad input gets (C unless marked)",
            "7. Magic numbers (C)");
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void everyCommandHasASectionWithASuccessAndAFailure(Command command) {
    Protocol section = document.section(command.wireName()).orElse(Protocol.parse(""));

    assertThat(section.parts()).as("a section %s", command.wireName()).isNotEmpty();
    assertThat(answers(section))
        .filteredOn(answer -> answer.path("command").asText().equals(command.wireName()))
        .extracting(answer -> answer.path("result").asText())
        .contains("success", "failure");
  }

  @Test
  void thereIsNoSectionForACommandThatTheSwitchLacks() {
    List<String> commands = Arrays.stream(Command.values()).map(Command::wireName).toList();

    assertThat(document.section("5. Commands").orElseThrow().titles(4))
        .containsExactlyElementsOf(commands);
  }

  @Test
  void everyEventIsShown() {
    List<String> shown =
        samples(document)
            .filter(sample -> sample.isFence("json events"))
            .flatMap(sample -> sample.lines().stream())
            .map(line -> json(line).path("name").asText())
            .distinct()
            .toList();

    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EventName.values()).map(EventName::wireName).toList());
  }

  @Test
  void everyCodeIsShownButTheOneOfOurOwnBugs() {
    List<String> shown =
        answers(document)
            .map(answer -> answer.at("/failure/code").asText())
            .filter(code -> !code.isEmpty())
            .distinct()
            .toList();

    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(FailureCode.values())
                .filter(code -> code != FailureCode.INTERNAL_ERROR)
                .map(FailureCode::wireName)
                .toList());
  }

  private static Stream<Part> samples(Protocol of) {
    return of.parts().stream().filter(part -> part.isFence("json"));
  }

  private static Stream<JsonNode> answers(Protocol of) {
    return samples(of)
        .filter(sample -> sample.isFence("json response") || sample.isFence("json failure"))
        .map(sample -> json(String.join("\n", sample.lines())));
  }

  private static List<String> problems(Part sample) {
    if (sample.isFence("json events")) {
      return sample.lines().stream().flatMap(line -> problems("event", line)).toList();
    }
    String whole = String.join("\n", sample.lines());
    String kind = sample.isFence("json request") ? "request" : json(whole).path("result").asText();
    return problems(kind, whole).toList();
  }

  private static Stream<String> problems(String kind, String json) {
    return SCHEMAS
        .getSchema(SchemaLocation.of(ID + "/" + kind + ".schema.json"))
        .validate(json, InputFormat.JSON)
        .stream()
        .map(error -> kind + " " + error);
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new IllegalArgumentException("expected JSON, got " + text, e);
    }
  }
}
