package io.github.switchhook.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.engine.Ids;
import io.github.switchhook.simulator.engine.VirtualClock;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bug of the switch, or of a client's connection, harms the one request at most. */
class BugTest {
  private static final Codec CODEC = new Codec(false);

  private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
  private Throwable bug = new IllegalStateException("none");

  /** A script that cannot be read: the bug. */
  private final List<SwitchSetup.Script> scripts =
      new AbstractList<>() {
        @Override
        public SwitchSetup.Script get(int index) {
          if (bug instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) bug;
        }

        @Override
        public int size() {
          return 1;
        }
      };

  private final Switch theSwitch = new Switch(setup(), new Ids(1), clock);

  private SwitchSetup setup() {
    SwitchSetup standard = SwitchSetup.standard();
    return new SwitchSetup(
        standard.agents(),
        standard.queues(),
        standard.capabilities(),
        standard.ringTimeout(),
        Map.of(ChannelType.TELEPHONY, scripts),
        standard.addressBooks(),
        Set.of());
  }

  /** An agent's client that can break. */
  private final class Station implements Client {
    final List<JsonNode> sent = new ArrayList<>();
    boolean broken;
    String channel = "";

    @Override
    public void send(Message message) {
      if (broken) {
        throw new AssertionError("cannot be encoded");
      }
      sent.add(Codec.readObject(CODEC.write(message)));
      if (message instanceof Message.Event event && event.name().equals("channel.created")) {
        channel = event.target();
      }
    }

    JsonNode ask(String command, String target, String data) {
      sent.clear();
      theSwitch.handle(
          this,
          CODEC.read(
              "{\"command\":\"%s\",\"target\":\"%s\",\"data\":%s}"
                  .formatted(command, target, data)));
      return sent.get(0);
    }

    Station login(String agent) {
      JsonNode answer =
          ask(
              "prepareSession",
              "",
              "{\"model\":\"t\",\"override\":true,\"agent\":{\"id\":\"%s\",\"password\":\"secret\"}}"
                  .formatted(agent));
      ask("session.start", answer.at("/data/session").textValue(), "{}");
      ask("channel.activate", channel, "{}");
      return this;
    }
  }

  static Stream<Throwable> bugs() {
    return Stream.of(
        new IllegalStateException("\u202e" + "x".repeat(60_000)),
        new StackOverflowError(),
        new OutOfMemoryError("of a request's making"),
        new AssertionError("no"),
        new NoClassDefFoundError("none"));
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void isTheFailureOfItsRequestAlone(Throwable thrown) {
    Station alice = new Station().login("alice");
    bug = thrown;

    JsonNode answer = alice.ask("channel.request.incontact.getscripts", alice.channel, "{}");

    assertThat(answer.at("/failure/code").textValue()).isEqualTo("internal-error");
    assertThat(answer.at("/failure/message").textValue()).hasSizeLessThan(200);
    assertThat(answer.at("/failure/context").textValue()).hasSizeLessThan(17_000);
    assertThat(answer.at("/original/target").textValue()).isEqualTo(alice.channel);
    assertThat(alice.ask("channel.activate", alice.channel, "{}").path("result").textValue())
        .isEqualTo("success");
  }

  @Test
  void ofAConnectionKeepsNothingFromTheOthers() {
    Station alice = new Station().login("alice");
    Station bob = new Station().login("bob");
    alice.broken = true;
    bob.sent.clear();

    theSwitch.handle(
        alice,
        CODEC.read(
            "{\"command\":\"channel.dial\",\"target\":\"%s\",\"data\":{\"destination\":\"7002\"}}"
                .formatted(alice.channel)));

    assertThat(bob.sent)
        .anyMatch(event -> event.path("name").asText().equals("interaction.preview"));
    bob.sent.clear();
    alice.broken = false;
    clock.advance(Duration.ofSeconds(60));
    assertThat(alice.sent)
        .noneMatch(sent -> sent.path("name").asText().equals("interaction.created"));
    assertThat(bob.sent).anyMatch(event -> event.path("name").asText().equals("interaction.ended"));
  }
}
