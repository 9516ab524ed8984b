package io.github.switchhook.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureWriterTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void writesTheSentencesOfTheKit() throws IOException {
    String feature =
        FeatureWriter.write(
            "Hold",
            scenarios(
                """
                name: Hold | and more
                variables: {number: $answers}
                agents: {alice: ready, bob: logged in}
                steps:
                  - agent: alice
                    sends: channel.dial
                    with: {destination: $number}
                    sees: {alice: [state.updated conversation state=CONNECTED, interaction.preview interaction], bob: nothing}
                  - {agent: alice, sends: conversation.hold, to: consult, answer: unknown-target, sees: {alice: nothing, bob: nothing}}
                  - {customer: "5559001", chats with: bob, sees: {alice: nothing, bob: [conversation.member.added conversation member=5559000]}}
                  - {party: far end, heard: "1#"}
                """));

    assertThat(feature)
        .isEqualTo(
            """
            Feature: Hold

              Scenario: Hold | and more
                Given Alice is ready
                Given Bob is logged in
                When Alice sends channel.dial with {"destination":"$answers"}
                Then it succeeds with {}
                And Alice sees:
                  | event               | on           | state     |
                  | state.updated       | conversation | CONNECTED |
                  | interaction.preview | interaction  |           |
                When Alice sends conversation.hold to the consult
                Then it is refused as unknown-target
                And no event follows
                When another customer chats with Bob
                Then Bob sees:
                  | event                     | on           | member  |
                  | conversation.member.added | conversation | $caller |
                Then the far end has heard "1#"
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {agent: alice, sends: conversation.hold}                                             | it does not tell all that alice sees
          {agent: alice, sends: conversation.hold, sees: {alice: {never: [interaction.ended interaction]}}} | it does not tell all that alice sees
          {agent: alice, sends: conversation.hold, answer: any, sees: {alice: nothing}}         | it takes any answer
          {agent: alice, sends: conversation.hold, keep: {x: /data}, sees: {alice: nothing}}    | it keeps variables
          {pass: 1s, sees: {alice: nothing}, state: {alice: {channel: ACTIVE}}}                 | it looks at states
          {wait for: interaction.ended interaction, agent: alice, sees: {alice: nothing}}       | it waits
          {customer: "123", calls: alice, sees: {alice: nothing}}                               | the numbers 5559000 and 5559001, not 123
          {customer: "5559000", calls: billing, sees: {alice: nothing}}                         | queues are sales and service, not billing
          """)
  void saysWhatAFeatureCannotSay(String step, String why) throws IOException {
    List<ScenarioFile> scenarios =
        scenarios("name: x\nagents: {alice: ready}\nsteps:\n  - " + step + "\n");

    assertThatThrownBy(() -> FeatureWriter.write("x", scenarios))
        .isInstanceOf(ScenarioFormatException.class)
        .hasMessageContaining("call.yaml:4: ")
        .hasMessageContaining("cannot be said in a feature: ")
        .hasMessageContaining(why);
  }

  private List<ScenarioFile> scenarios(String yaml) throws IOException {
    return ScenarioReader.load(Files.writeString(folder.resolve("call.yaml"), yaml));
  }
}
