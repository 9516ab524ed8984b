package io.github.switchhook.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.SwitchFixture;
import io.github.switchhook.simulator.protocol.Command;
import io.github.switchhook.simulator.protocol.ObjectKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends every command in every situation: {@code +} succeeds, {@code -} is refused as invalid-state
 * without an event, {@code .} has no object to be sent to and is refused as unknown-target without
 * an event. The same table tells what the {@code actions} of the state events have to offer.
 */
class CommandMatrixTest {
  // The situations: what the agent has. The columns of the table, in this order.
  private static final List<Situation> SITUATIONS =
      List.of(
          new Situation("inactive channel"),
          new Situation("idle channel", "channel.activate"),
          new Situation("ringing in", "channel.activate", "call"),
          new Situation("dialled", "channel.activate", "channel.dial 5550110"),
          new Situation("connected", "channel.activate", "channel.dial 5550100"),
          new Situation("held", "channel.activate", "channel.dial 5550100", "conversation.hold"),
          new Situation(
              "consult ringing",
              "channel.activate",
              "channel.dial 5550100",
              "interaction.consult 5550110"),
          new Situation(
              "consulting",
              "channel.activate",
              "channel.dial 5550100",
              "interaction.consult 5550101"),
          new Situation(
              "alternated",
              "channel.activate",
              "channel.dial 5550100",
              "interaction.consult 5550101",
              "interaction.alternate"),
          new Situation(
              "conference",
              "channel.activate",
              "channel.dial 5550100",
              "interaction.consult 5550101",
              "interaction.consultconference"),
          new Situation(
              "recorded",
              "channel.activate",
              "channel.dial 5550100",
              "interaction.request.recording.start"),
          new Situation(
              "ended", "channel.activate", "channel.dial 5550100", "conversation.release"));

  private static final Set<ObjectKind> BEFORE_CHANNELS =
      Set.of(ObjectKind.SERVICE, ObjectKind.SESSION);

  private static final String TABLE =
      """
                                             inact idle ringin dialled conn held consring consulting altern conf rec ended
      channel.activate                        +    +    +      +       +    +    +        +          +      +    +   +
      channel.dial                            -    +    -      -       -    -    -        -          -      -    -   -
      channel.request.incontact.getscripts    +    +    +      +       +    +    +        +          +      +    +   +
      interaction.accept                      .    .    +      -       -    -    -        -          -      -    -   -
      interaction.reject                      .    .    +      -       -    -    -        -          -      -    -   -
      interaction.setinteractiondata          .    .    +      +       +    +    +        +          +      +    +   +
      interaction.setdisposition              .    .    +      +       +    +    +        +          +      +    +   +
      interaction.complete                    .    .    -      -       -    -    -        -          -      -    -   +
      interaction.consult                     .    .    -      -       +    +    -        -          -      +    +   -
      interaction.alternate                   .    .    -      -       -    -    -        +          +      -    -   -
      interaction.consulttransfer             .    .    -      -       -    -    -        +          +      -    -   -
      interaction.consultconference           .    .    -      -       -    -    -        +          +      -    -   -
      interaction.request.recording.start     .    .    -      -       +    +    +        +          +      +    +   -
      interaction.request.recording.stop      .    .    +      +       +    +    +        +          +      +    +   +
      interaction.request.recording.pause     .    .    -      -       -    -    -        -          -      -    +   -
      interaction.request.recording.resume    .    .    -      -       -    -    -        -          -      -    +   -
      conversation.answer                     .    .    +      -       -    -    -        -          -      -    -   .
      conversation.release                    .    .    +      +       +    +    +        +          +      +    +   .
      conversation.hold                       .    .    -      -       +    -    -        -          +      +    +   .
      conversation.retrieve                   .    .    -      -       -    +    -        -          -      -    -   .
      conversation.request.mute               .    .    -      -       +    -    -        -          +      +    +   .
      conversation.request.unmute             .    .    -      -       +    -    -        -          +      +    +   .
      conversation.senddtmf                   .    .    -      -       +    -    -        -          +      +    +   .
      conversation.blindtransfer              .    .    -      -       +    +    +        +          +      +    +   .
      conversation.blindconference            .    .    -      -       +    -    -        -          +      +    +   .
      """;

  private record Situation(String name, List<String> moves) {
    Situation(String name, String... moves) {
      this(name, List.of(moves));
    }

    SwitchFixture reach() {
      SwitchFixture desk = new SwitchFixture(new SwitchFixture.Exchange(7), "alice");
      desk.prepare(false);
      desk.send("session.start", "session", "{}");
      for (String move : moves) {
        String[] words = move.split(" ", 2);
        if (move.equals("call")) {
          desk.context().theSwitch.call("5559001", "7001", Map.of());
        } else {
          String data = words.length == 1 ? "{}" : "{\"destination\":\"" + words[1] + "\"}";
          JsonNode answer = desk.send(words[0], word(words[0]), data);
          assertThat(answer.path("result").textValue()).as(move).isEqualTo("success");
        }
      }
      return desk;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Arguments> cells() {
    return TABLE
        .lines()
        .skip(1)
        .map(line -> line.strip().split(" +", -1))
        .flatMap(
            cells ->
                Stream.iterate(0, i -> i < SITUATIONS.size(), i -> i + 1)
                    .map(i -> Arguments.of(cells[0], SITUATIONS.get(i), cells[i + 1])));
  }

  @Test
  void theTableIsComplete() {
    List<String> inTable =
        TABLE.lines().skip(1).map(line -> line.strip().split(" ", 2)[0]).toList();
    List<String> ofObjects =
        Arrays.stream(Command.values())
            .filter(c -> !BEFORE_CHANNELS.contains(c.kind()))
            .map(Command::wireName)
            .toList();

    assertThat(inTable).containsExactlyElementsOf(ofObjects);
    assertThat(cells()).hasSize(inTable.size() * SITUATIONS.size());
  }

  @ParameterizedTest(name = "{0} while {1}: {2}")
  @MethodSource("cells")
  void isAsTheTableSays(String command, Situation situation, String expected) {
    SwitchFixture desk = situation.reach();
    if (expected.equals(".")) {
      JsonNode refusal = desk.send(command, word(command), data(command));
      assertThat(refusal.path("failure").path("code").textValue())
          .as("%s", refusal)
          .isEqualTo("unknown-target");
      assertThat(desk.events()).isEmpty();
      return;
    }
    ProtocolObject object = desk.context().theSwitch.find(desk.target(word(command))).orElseThrow();
    List<String> actions = new ArrayList<>(desk.context().theSwitch.actions(object));

    JsonNode answer = desk.send(command, word(command), data(command));

    if (expected.equals("+")) {
      assertThat(answer.path("result").textValue()).as("%s", answer).isEqualTo("success");
      assertThat(actions).contains(command);
    } else {
      assertThat(answer.path("failure").path("code").textValue())
          .as("%s", answer)
          .isEqualTo("invalid-state");
      assertThat(actions).doesNotContain(command);
      assertThat(desk.events()).isEmpty();
    }
  }

  private static String word(String command) {
    return command.substring(0, command.indexOf('.'));
  }

  private static String data(String command) {
    return switch (command) {
      case "channel.dial",
          "interaction.consult",
          "conversation.blindtransfer",
          "conversation.blindconference" ->
          "{\"destination\":\"5550110\"}";
      case "interaction.setinteractiondata" -> "{\"key\":\"k\",\"value\":\"v\"}";
      case "interaction.setdisposition" -> "{\"disposition\":\"sold\"}";
      case "conversation.senddtmf" -> "{\"digits\":\"1\"}";
      default -> "{}";
    };
  }
}
