package io.github.switchhook.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.fixtures.Register;
import io.github.switchhook.fixtures.Requirement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the lint says no, with a message that names the place. */
class FeatureLintTest {

  private static final String PATH = "conversation/conversation.hold.feature";

  private static final String GOOD =
      """
      Feature: conversation.hold
        Places the conversation on hold.

        @SWH-HOLD-001 @SWH-HOLD-002 @MUST
        Scenario: Holding a call
          Given Alice has a call
          When Alice sends conversation.hold with {}
          Then it succeeds
          And Alice sees:
            | event         | on           | state |
            | state.updated | conversation | HELD  |
          When the far end hangs up
          Then no event follows
      """;

  private static final String PLACE = PATH + ", 'Holding a call' ";

  private final Register register = Register.load();

  @Test
  void hasNothingAgainstAGoodFeature() {
    assertThat(lint(PATH, GOOD)).isEmpty();
  }

  @Test
  void anOfferMayBePartOfTheSituationOrFollowAWhen() {
    String text =
        GOOD.replace(
                "Given Alice has a call",
                "Given Alice is ready\n    And a customer has called Alice\n"
                    + "    And Alice is offered a call from $caller")
            .replace("Then no event follows", "Then Alice is offered a call from $otherCaller");

    assertThat(lint(PATH, text)).isEmpty();
  }

  @Test
  void aFileAboutSeveralCommandsHasAnyNameAndTitle() {
    String text = GOOD.replace("Feature: conversation.hold", "Feature: Holding on");

    assertThat(lint("calls/holding-on.feature", text)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFeatures")
  void saysNo(String rule, String path, String text, String problem) {
    assertThat(text + path).as("differs from the good one").isNotEqualTo(GOOD + PATH);
    assertThat(lint(path, text))
        .as(rule)
        .anySatisfy(found -> assertThat(found).startsWith(problem));
  }

  static Stream<Arguments> badFeatures() {
    return Stream.of(
        bad("Gherkin", "Scenario: Holding", "Scene: Holding", PATH + " is not Gherkin: "),
        bad(
            "description",
            "  Places the conversation on hold.\n",
            "",
            PATH + " has no description below its title."),
        bad(
            "title",
            "Feature: conversation.hold",
            "Feature: Hold",
            PATH + " has the title 'Hold' but is the file of conversation.hold."),
        Arguments.of(
            "file name",
            "conversation/conversation.juggle.feature",
            GOOD,
            "conversation/conversation.juggle.feature is named after 'conversation.juggle', which is no command of"
                + " the register."),
        Arguments.of(
            "folder",
            "channel/conversation.hold.feature",
            GOOD,
            "channel/conversation.hold.feature belongs into the folder conversation."),
        Arguments.of(
            "two scenarios of one name",
            PATH,
            GOOD + "\n" + GOOD.substring(GOOD.indexOf("  @SWH")),
            PATH + " has two scenarios named 'Holding a call'."),
        bad(
            "unknown id",
            "@SWH-HOLD-002",
            "@SWH-HOLD-999",
            PLACE + "carries @SWH-HOLD-999, which the register does not know."),
        bad(
            "unknown tag",
            "@MUST",
            "@MUST @slow",
            PLACE + "carries @slow, which the register does not know."),
        bad(
            "the same id twice",
            "@SWH-HOLD-002",
            "@SWH-HOLD-001",
            PLACE + "carries @SWH-HOLD-001 twice."),
        bad("no id", "@SWH-HOLD-001 @SWH-HOLD-002", "", PLACE + "carries no requirement."),
        bad("no level", "@MUST", "", PLACE + "must carry exactly the level @MUST but carries []."),
        bad(
            "too weak",
            "@MUST",
            "@SHOULD",
            PLACE + "must carry exactly the level @MUST but carries [SHOULD]."),
        bad(
            "two levels",
            "@MUST",
            "@MUST @SHOULD",
            PLACE + "must carry exactly the level @MUST but carries [MUST, SHOULD]."),
        bad(
            "too strong",
            "@SWH-HOLD-001 @SWH-HOLD-002",
            "@SWH-HOLD-002",
            PLACE + "must carry exactly the level @SHOULD but carries [MUST]."),
        bad(
            "unknown sentence",
            "it succeeds",
            "it works",
            PLACE + "has a step that is none of the sentences: it works."),
        bad(
            "unknown agent",
            "Alice has a call",
            "Eve has a call",
            PLACE + "has a step that is none of the sentences: Eve has a call."),
        bad(
            "unknown address",
            "Alice has a call",
            "Alice has dialled 5550110",
            PLACE + "has a step that is none of the sentences: Alice has dialled 5550110."),
        bad(
            "an offer behind When",
            "When the far end hangs up",
            "When Alice is offered a chat",
            PLACE + "has a step behind the wrong keyword: Alice is offered a chat."),
        bad(
            "an offer as an outcome of nothing",
            "Given Alice has a call",
            "Given Alice has a call\n    Then Alice is offered a call from $caller",
            PLACE + "asserts before anything has happened: Alice is offered a call from $caller."),
        bad(
            "an unknown placeholder in an offer",
            "Given Alice has a call",
            "Given Alice has a call\n    And Alice is offered a call from $stranger",
            PLACE + "has the unknown placeholder $stranger."),
        bad(
            "unknown situation",
            "has a call",
            "has a good time",
            PLACE + "has a step that is none of the sentences: Alice has a good time."),
        bad(
            "unknown partner",
            "has a call",
            "has a call with Eve",
            PLACE + "has a step that is none of the sentences: Alice has a call with Eve."),
        bad(
            "unknown queue",
            "has a call",
            "is ready in the queue support",
            PLACE
                + "has a step that is none of the sentences: Alice is ready in the queue support."),
        bad(
            "unknown object",
            "hold with",
            "hold to the group with",
            PLACE
                + "has a step that is none of the sentences: Alice sends conversation.hold to the group with {}."),
        bad(
            "a fault that does something else",
            "Given Alice has a call",
            "Given the fault drop annoys every message\n    And Alice has a call",
            PLACE
                + "has a step that is none of the sentences: the fault drop annoys every message."),
        bad(
            "a fault during the scenario",
            "When the far end hangs up",
            "Given the fault drop strikes every message\n    When the far end hangs up",
            PLACE + "has a Given after a When: the fault drop strikes every message."),
        bad(
            "digits that no keypad has",
            "the far end hangs up",
            "the far end sends the digits \"1x\"",
            PLACE
                + "has a step that is none of the sentences: the far end sends the digits \"1x\"."),
        bad(
            "a look at a recording before the events",
            "    Then no event follows",
            "    Then the recording of Alice's call is ON",
            PLACE + "does not say which events follow: the far end hangs up."),
        bad(
            "broken call data",
            "the far end hangs up",
            "a customer calls Alice with {\"a\":}",
            PLACE + "has broken JSON: {\"a\":}."),
        bad(
            "wrong keyword",
            "And Alice sees:",
            "When Alice sees:",
            PLACE + "has a step behind the wrong keyword: Alice sees:."),
        bad("broken JSON", "with {}", "with {\"a\":}", PLACE + "has broken JSON: {\"a\":}."),
        bad(
            "unknown placeholder",
            "with {}",
            "with {\"destination\":\"$nobody\"}",
            PLACE + "has the unknown placeholder $nobody."),
        bad(
            "unknown field of an agent",
            "with {}",
            "with {\"a\":\"$bob.hobby\"}",
            PLACE + "has the unknown placeholder $bob.hobby."),
        bad(
            "no rows",
            "      | state.updated | conversation | HELD  |\n",
            "",
            PLACE + "has no events below 'Alice sees:'."),
        bad(
            "first columns",
            "| event         | on           |",
            "| on | event |",
            PLACE
                + "has a table that does not begin with the columns event and on: [on, event, state]."),
        bad(
            "unknown column",
            "| state |",
            "| mood |",
            PLACE + "has a table with the unknown column mood."),
        bad(
            "event on no object",
            "| conversation | HELD",
            "| call | HELD",
            PLACE + "has the event state.updated on 'call', which is no object."),
        bad(
            "event on the wrong kind of object",
            "| state.updated | conversation",
            "| interaction.ended | conversation",
            PLACE + "has the event interaction.ended on the conversation."),
        bad(
            "event on the wrong one of several channels",
            "| state.updated | conversation",
            "| interaction.ended | chat channel",
            PLACE + "has the event interaction.ended on the chat channel."),
        bad(
            "no command among what is allowed",
            "    When the far end hangs up",
            "    And Alice's conversation allows:\n      | conversation.juggle |\n    When the far end hangs up",
            PLACE
                + "has a row that is no command, in 'Alice's conversation allows:': [conversation.juggle]."),
        bad(
            "a command of another kind among what is allowed",
            "    When the far end hangs up",
            "    And Alice's consult allows:\n      | channel.dial |\n    When the far end hangs up",
            PLACE + "has channel.dial among what the consult allows."),
        bad(
            "what is allowed before the events",
            "    And Alice sees:",
            "    And Alice's conversation allows nothing\n    And Alice sees:",
            PLACE + "does not say which events follow: Alice sends conversation.hold with {}."),
        bad(
            "request without response",
            "    Then it succeeds\n    And Alice sees:",
            "    Then Alice sees:",
            PLACE + "does not say how this is answered: Alice sends conversation.hold with {}."),
        bad(
            "request without events",
            GOOD.substring(GOOD.indexOf("    And Alice sees:"), GOOD.indexOf("    When the far")),
            "",
            PLACE + "does not say which events follow: Alice sends conversation.hold with {}."),
        bad(
            "stimulus without events",
            "    Then no event follows\n",
            "",
            PLACE + "does not say which events follow: the far end hangs up."),
        bad(
            "stimulus with a response",
            "Then no event follows",
            "Then it succeeds",
            PLACE + "does not say which events follow: the far end hangs up."),
        bad(
            "Given after When",
            "When the far end hangs up\n    Then no event follows",
            "Given Bob is ready",
            PLACE + "has a Given after a When: Bob is ready."),
        bad(
            "assertion before When",
            "Given Alice has a call",
            "Given Alice has a call\n    Then no event follows",
            PLACE + "asserts before anything has happened: no event follows."),
        bad(
            "no When",
            GOOD.substring(GOOD.indexOf("    When"), GOOD.length()),
            "",
            PLACE + "has no When."));
  }

  @Test
  void aClosedConnectionNeedsNoEvents() {
    String text =
        GOOD.substring(0, GOOD.indexOf("    When"))
            + "    When Alice sends a message of 300 KiB\n    Then the connection is closed with 1009\n";

    assertThat(lint(PATH, text)).isEmpty();
  }

  @Test
  void namesEachRequirementWithoutAScenario() {
    FeatureLint lint = new FeatureLint(register);
    lint.check(FeatureFile.parse(PATH, GOOD));
    Requirement missing = register.find("SWH-HOLD-003").orElseThrow();

    assertThat(lint.checkCoverage())
        .contains("SWH-HOLD-003 is a MUST without a scenario: " + missing.sentence())
        .noneMatch(problem -> problem.startsWith("SWH-HOLD-001"))
        .noneMatch(problem -> problem.startsWith("SWH-TARGET-012"));
  }

  @Test
  void namesEachUntestableRequirementWithAScenario() {
    FeatureLint lint = new FeatureLint(register);
    lint.check(FeatureFile.parse(PATH, GOOD.replace("SWH-HOLD-002", "SWH-TARGET-012")));

    assertThat(lint.checkCoverage())
        .contains("SWH-TARGET-012 is untestable, says the register, but a scenario carries it.");
  }

  private List<String> lint(String path, String text) {
    return new FeatureLint(register).check(FeatureFile.parse(path, text));
  }

  private static Arguments bad(String rule, String good, String bad, String problem) {
    return Arguments.of(rule, PATH, GOOD.replace(good, bad), problem);
  }
}
