package io.github.switchhook.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.simulator.agent.Client;
import io.github.switchhook.simulator.agent.Switch;
import io.github.switchhook.simulator.agent.SwitchSetup;
import io.github.switchhook.simulator.engine.Ids;
import io.github.switchhook.simulator.engine.Journal;
import io.github.switchhook.simulator.engine.Journal.ConnectedClient;
import io.github.switchhook.simulator.engine.Journal.EntryKind;
import io.github.switchhook.simulator.engine.VirtualClock;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.Command;
import io.github.switchhook.simulator.protocol.Incoming;
import io.github.switchhook.simulator.protocol.Message;
import io.github.switchhook.simulator.protocol.Nearest;
import io.github.switchhook.simulator.protocol.ObjectKind;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shows that the CPU time for text from outside grows with its length and no faster: each search in
 * it is given its worst case, once at a size and once at four times as much. The time of the thread
 * is measured, so that a busy machine makes no difference.
 */
class TurnCostTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  // Near the limit of PROTOCOL section 2: for the figure.
  private static final int LARGEST = 250 * 1024;
  // Both longer than what Jackson reads in one piece, and shorter than what the collector treats in
  // another way, which is dearer.
  private static final int LARGE = 144 * 1024;
  private static final int SMALL = LARGE / 4;
  private static final int MAX_GROWTH = 8;
  private static final int BEST_OF = 5;
  private static final int ALL_WARM_UP = 40;
  private static final int WARM_UP = 5;
  // So long at a time that the clock's own cost does not count.
  private static final long MEASURABLE_NANOS = 5_000_000;

  private static final Map<Double, String> TURNS = new TreeMap<>();

  private final Codec codec = new Codec(false);
  private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
  private final Switch theSwitch = new Switch(SwitchSetup.standard(), new Ids(1), clock);
  private final Journal journal = new Journal(100, clock::now);
  // The newest object of each kind, which a message may name.
  private final Map<ObjectKind, String> targets = new EnumMap<>(ObjectKind.class);
  private final Client client = this::sent;
  private String answer = "";

  TurnCostTest() {
    turn(
        "{\"command\":\"prepareSession\",\"data\":{\"model\":\"t\",\"override\":true,"
            + "\"agent\":{\"id\":\"alice\",\"password\":\"secret\"}}}");
    targets.put(
        ObjectKind.SESSION, Codec.readObject(answer).path("data").path("session").textValue());
    turn(named(request("session.start", "SESSION", "{}")));
    turn(named(request("channel.activate", "CHANNEL", "{}")));
    turn(named(request("channel.dial", "CHANNEL", "{\"destination\":\"5550100\"}")));
    assertThat(targets).containsKey(ObjectKind.CONVERSATION);
  }

  static Stream<Arguments> messages() {
    return Stream.of(
        message("backslashes", repeat("\\")),
        message(
            "backslashes in a string", size -> "{\"a\":\"" + repeat("\\\\").apply(size) + "\"}"),
        message("half of an escaped word", repeat("\\u0070")),
        message("passwor", repeat("passwor")),
        message("passwords", repeat("password")),
        message(
            "a password in front", size -> "{\"password\":1,\"b\":\"" + "x".repeat(size) + "\"}"),
        message("quotes", repeat("\"")),
        message("blanks", repeat(" ")),
        message("surrogates", repeat("\ud83d\ude00")),
        message("half surrogates", size -> "[\"" + repeat("\\ud800").apply(size) + "\"]"),
        message("control characters", size -> "[\"" + repeat("\\u0001").apply(size) + "\"]"),
        message("nesting", repeat("[")),
        message("empty lists", size -> "[" + repeat("[],").apply(size) + "0]"),
        message("numbers", size -> "[" + repeat("1,").apply(size) + "0]"),
        message("decimals", size -> "[" + repeat("1e5,").apply(size) + "0]"),
        message("large decimals", size -> "[" + repeat("1e999999999,").apply(size) + "0]"),
        message("long numbers", size -> "[" + repeat("9".repeat(1000) + ",").apply(size) + "0]"),
        message("a long number", size -> "{\"command\":" + "9".repeat(size) + "}"),
        message("a long fraction", size -> "[0." + "1".repeat(size) + "]"),
        message("the same name", size -> "{" + repeat("\"a\":1,").apply(size) + "\"b\":1}"),
        message("names", size -> object(size, i -> "k" + i)),
        message("names with one hash for Java", size -> object(size, i -> bits(i, "Aa", "BB"))),
        message("names with one hash for Jackson", size -> object(size, i -> bits(i, "ab", "bA"))),
        message("a command", size -> request("x".repeat(size), "SESSION", "{}")),
        message("blanks for a command", size -> request(" ".repeat(size), "SESSION", "{}")),
        message("dots", size -> request("channel.dial", "SESSION" + ".".repeat(size), "{}")),
        message("a target", size -> request("channel.dial", "x".repeat(size), "{}")),
        message("digits", size -> toConversation("senddtmf", "digits", "1".repeat(size))),
        message("bad digits", size -> toConversation("senddtmf", "digits", "1".repeat(size) + "x")),
        message(
            "a transfer", size -> toConversation("blindtransfer", "destination", "7".repeat(size))),
        message("a disposition", size -> toInteraction("setdisposition", "disposition", "x", size)),
        message("call data", size -> setData("x", size)),
        message("call data of half surrogates", size -> setData("\\ud800", size / 6)),
        message("notes", size -> toInteraction("complete", "notes", "x", size)),
        message("an endpoint", size -> addChannel("x".repeat(size))),
        message(
            "data to be echoed",
            size -> request("channel.activate", "CHANNEL", filled("[1e5]", size))),
        message("a destination", size -> dial("5".repeat(size))),
        message("blanks for a destination", size -> dial(" ".repeat(size))));
  }

  private static String dial(String destination) {
    return request("channel.dial", "CHANNEL", "{\"destination\":\"" + destination + "\"}");
  }

  private static String toConversation(String command, String name, String value) {
    return request(
        "conversation." + command, "CONVERSATION", "{\"" + name + "\":\"" + value + "\"}");
  }

  private static String toInteraction(String command, String name, String value, int times) {
    return request(
        "interaction." + command,
        "INTERACTION",
        "{\"" + name + "\":\"" + value.repeat(times) + "\"}");
  }

  private static String setData(String value, int times) {
    return request(
        "interaction.setinteractiondata",
        "INTERACTION",
        "{\"key\":\"k\",\"value\":\"" + value.repeat(times) + "\"}");
  }

  private static String addChannel(String endpoint) {
    return request(
        "session.request.addchannel",
        "SESSION",
        "{\"channel\":{\"type\":\"Chat\",\"endpoint\":\"" + endpoint + "\"}}");
  }

  private static String filled(String item, int size) {
    return "{\"a\":[" + (item + ",").repeat(size / (item.length() + 1)) + "0]}";
  }

  private static String request(String command, String target, String data) {
    return "{\"command\":\"%s\",\"target\":\"%s\",\"data\":%s}".formatted(command, target, data);
  }

  private static String object(int size, IntFunction<String> name) {
    int names = size / (name.apply(0).length() + 5);
    return IntStream.range(0, names)
        .mapToObj(i -> "\"" + name.apply(i) + "\":1")
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** Returns all of 16 bits as pairs of letters. */
  private static String bits(int number, String zero, String one) {
    return IntStream.range(0, 16)
        .mapToObj(bit -> (number >> bit & 1) == 0 ? zero : one)
        .collect(Collectors.joining());
  }

  private static IntFunction<String> repeat(String text) {
    return size -> text.repeat(size / text.length());
  }

  private static Arguments message(String name, IntFunction<String> text) {
    return Arguments.of(name, text);
  }

  /** Warms the JVM up, so that the first measurements are no slower than the last. */
  @BeforeAll
  static void warmUp() {
    TurnCostTest test = new TurnCostTest();
    List<String> all = messages().map(each -> test.named(text(each).apply(SMALL))).toList();
    for (int i = 0; i < ALL_WARM_UP; i++) {
      all.forEach(test::turn);
    }
  }

  @SuppressWarnings("unchecked") // as messages() makes them
  private static IntFunction<String> text(Arguments message) {
    return (IntFunction<String>) message.get()[1];
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void aMessageCostsNoMoreThanItsLength(String name, IntFunction<String> text) {
    String small = named(text.apply(SMALL));
    String large = named(text.apply(LARGE));
    Incoming smallOne = codec.read(small);
    Incoming largeOne = codec.read(large);
    String largest = named(text.apply(LARGEST));
    Incoming largestOne = codec.read(largest);

    assertGrowth("reading", () -> codec.read(small), () -> codec.read(large));
    assertGrowth("the turn", () -> turn(smallOne, small), () -> turn(largeOne, large));
    TURNS.put(
        IntStream.range(0, BEST_OF)
            .mapToDouble(i -> cost(() -> turn(largestOne, largest)))
            .min()
            .orElseThrow(),
        name);
  }

  @Test
  void aWordThatIsNotKnownCostsNoMoreThanItsLength() {
    List<String> known = Arrays.stream(Command.values()).map(Command::wireName).toList();
    String small = "channel.".repeat(SMALL / 8);
    String large = "channel.".repeat(LARGE / 8);

    assertGrowth("looking", () -> Nearest.hint(small, known), () -> Nearest.hint(large, known));
  }

  @AfterAll
  @SuppressWarnings("SystemOut") // a figure that people ask for
  static void printTheWorst() {
    TURNS.forEach((millis, name) -> System.out.printf("turn: %7.3f ms for %s%n", millis, name));
  }

  /** Does what ClientSession does in a turn, except the socket. */
  private void turn(Incoming incoming, String text) {
    journal.begin(ConnectedClient.CONTROL, EntryKind.REQUEST, null, Passwords.blank(text));
    theSwitch.handle(client, incoming);
  }

  private void turn(String text) {
    turn(codec.read(text), text);
  }

  private void sent(Message message) {
    answer = codec.write(message);
    journal.note(ConnectedClient.CONTROL, EntryKind.RESPONSE, null, Passwords.blank(answer));
    if (message instanceof Message.Event event) {
      targets.put(event.kind(), event.target());
    }
  }

  private String named(String message) {
    String named = message;
    for (Map.Entry<ObjectKind, String> each : targets.entrySet()) {
      named = named.replace("\"" + each.getKey(), "\"" + each.getValue());
    }
    return named;
  }

  /**
   * Fails where something of four times the size costs more than eight times as much, each time
   * that it is measured.
   */
  private static void assertGrowth(String what, Runnable small, Runnable large) {
    double best = Double.MAX_VALUE;
    double growth = Double.MAX_VALUE;
    for (int i = 0; i < BEST_OF && (i == 0 || growth > MAX_GROWTH); i++) {
      double one = cost(small);
      double other = cost(large);
      growth = Math.min(growth, other / one);
      best = Math.min(best, other);
    }
    assertThat(growth)
        .as("growth of %s, which took %.2f ms", what, best)
        .isLessThanOrEqualTo(MAX_GROWTH);
  }

  /** Returns the CPU time of one in milliseconds. */
  private static double cost(Runnable task) {
    for (int i = 0; i < WARM_UP; i++) {
      task.run();
    }
    long begin = cpu();
    long end = begin;
    int times = 0;
    for (; end < begin + MEASURABLE_NANOS; times++) {
      task.run();
      end = cpu();
    }
    return (end - begin) / 1e6 / times;
  }

  private static long cpu() {
    return THREADS.getCurrentThreadCpuTime();
  }
}
