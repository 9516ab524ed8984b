package io.github.switchhook.simulator.transport;

import static io.github.switchhook.simulator.transport.RawClient.BINARY;
import static io.github.switchhook.simulator.transport.RawClient.CLOSE;
import static io.github.switchhook.simulator.transport.RawClient.PING;
import static io.github.switchhook.simulator.transport.RawClient.PONG;
import static io.github.switchhook.simulator.transport.RawClient.TEXT;
import static io.github.switchhook.simulator.transport.RawClient.closing;
import static io.github.switchhook.simulator.transport.RawClient.fragment;
import static io.github.switchhook.simulator.transport.RawClient.frame;
import static io.github.switchhook.simulator.transport.RawClient.text;
import static io.github.switchhook.simulator.transport.RawClient.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of RFC 6455 for frames, on a raw socket: a row for each case. */
@Timeout(30)
@SuppressWarnings("NullAway.Init") // set before all tests
class Rfc6455Test {
  private static final int LIMIT = 256 << 10;
  private static final int FIN = 0x80;
  private static final byte[] NOTHING = {};
  private static final byte[] A = {'a'};
  private static Simulator simulator;

  @BeforeAll
  static void start() throws IOException {
    simulator = Simulator.start(SimulatorOptions.standard());
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  /**
   * Something that must not be sent.
   *
   * @param section of the RFC
   * @param code with which the connection is closed
   */
  record Breach(String section, String name, ByteBuffer bytes, int code) {
    Breach(String section, String name, byte[] bytes, int code) {
      this(section, name, ByteBuffer.wrap(bytes), code);
    }

    @Override
    public String toString() {
      return section + " " + name + " -> " + code;
    }
  }

  static Stream<Breach> breaches() {
    return Stream.of(
            List.of(
                breach("5.1", "text without a mask", frame(FIN | TEXT, 1, 1, false, A)),
                breach("5.1", "a close without a mask", frame(FIN | CLOSE, 0, 1, false, NOTHING)),
                breach("5.1", "a ping without a mask", frame(FIN | PING, 0, 1, false, NOTHING)),
                breach("5.2", "the first reserved bit", frame(FIN | 0x40 | TEXT, 1, 1, true, A)),
                breach("5.2", "the second reserved bit", frame(FIN | 0x20 | TEXT, 1, 1, true, A)),
                breach("5.2", "the third reserved bit", frame(FIN | 0x10 | TEXT, 1, 1, true, A)),
                breach(
                    "5.2",
                    "a reserved bit on a ping",
                    frame(FIN | 0x40 | PING, 0, 1, true, NOTHING)),
                breach("5.2", "1 byte, told in 2", frame(FIN | TEXT, 1, 2, true, A)),
                breach("5.2", "125 bytes, told in 2", frame(FIN | TEXT, 125, 2, true, a(125))),
                breach("5.2", "1 byte, told in 8", frame(FIN | TEXT, 1, 8, true, A)),
                breach(
                    "5.2", "65,535 bytes, told in 8", frame(FIN | BINARY, 65_535, 8, true, a(9))),
                breach(
                    "5.2",
                    "a length with its first bit set",
                    frame(FIN | TEXT, Long.MIN_VALUE, 8, true, A)),
                breach("5.4", "a continuation of nothing", frame(FIN, 1, 1, true, A)),
                breach(
                    "5.4", "text in the middle of a text", together(fragment(TEXT, A), text("b"))),
                breach(
                    "5.4",
                    "binary in the middle of a text",
                    together(fragment(TEXT, A), frame(BINARY, A))),
                breach(
                    "5.4",
                    "a continuation of a message that has ended",
                    together(text("{}"), frame(FIN, 1, 1, true, A))),
                breach("5.5", "a ping of 126 bytes", frame(FIN | PING, 126, 2, true, a(126))),
                breach("5.5", "a pong of 126 bytes", frame(FIN | PONG, 126, 2, true, a(126))),
                breach("5.5", "a close of 126 bytes", frame(FIN | CLOSE, 126, 2, true, a(126))),
                breach("5.5", "a ping in fragments", fragment(PING, NOTHING)),
                breach("5.5", "a close in fragments", fragment(CLOSE, NOTHING)),
                breach("5.5.1", "half a close code", frame(CLOSE, A)),
                new Breach(
                    "5.5.1",
                    "a reason that is not UTF-8",
                    frame(CLOSE, new byte[] {3, (byte) 0xe8, (byte) 0xff}),
                    1007),
                new Breach("8.1", "text that is not UTF-8", frame(TEXT, bytes(0xff)), 1007),
                new Breach("8.1", "UTF-8 that is cut off", frame(TEXT, bytes(0xe2, 0x82)), 1007),
                new Breach(
                    "8.1", "a surrogate in UTF-8", frame(TEXT, bytes(0xed, 0xa0, 0x80)), 1007),
                new Breach(
                    "8.1",
                    "UTF-8 that is longer than it need be",
                    frame(TEXT, bytes(0xc0, 0xaf)),
                    1007),
                new Breach(
                    "8.1",
                    "UTF-8 above all code points",
                    frame(TEXT, bytes(0xf4, 0x90, 0x80, 0x80)),
                    1007),
                new Breach(
                    "8.1",
                    "UTF-8 that is broken in a fragment",
                    together(fragment(TEXT, A), frame(FIN, 1, 1, true, bytes(0xff))),
                    1007),
                new Breach(
                    "10.4",
                    "a text over the limit, of which only the header comes",
                    frame(FIN | TEXT, LIMIT + 1, 8, true, NOTHING),
                    1009),
                new Breach("10.4", "a text over the limit", frame(TEXT, a(LIMIT + 1)), 1009),
                new Breach(
                    "10.4", "a binary message over the limit", frame(BINARY, a(LIMIT + 1)), 1009),
                new Breach(
                    "10.4",
                    "a length of nearly 2^63",
                    frame(FIN | TEXT, Long.MAX_VALUE, 8, true, NOTHING),
                    1009),
                new Breach(
                    "10.4",
                    "a length of 2^32",
                    frame(FIN | BINARY, 1L << 32, 8, true, NOTHING),
                    1009),
                new Breach(
                    "10.4",
                    "fragments that are over the limit together",
                    together(fragment(TEXT, a(LIMIT)), frame(FIN, 1, 1, true, A)),
                    1009),
                new Breach(
                    "10.4",
                    "binary fragments over the limit together",
                    together(
                        fragment(BINARY, a(LIMIT / 2)),
                        fragment(0, a(LIMIT / 2)),
                        frame(FIN, 1, 1, true, A)),
                    1009)),
            rows(
                IntStream.of(3, 4, 5, 6, 7, 11, 12, 13, 14, 15),
                code -> breach("5.2", "opcode " + code, frame(FIN | code, 0, 1, true, NOTHING))),
            rows(
                IntStream.of(0, 1, 999, 1004, 1005, 1006, 1015, 1016, 2000, 2999, 5000, 65_535),
                code -> breach("7.4", "close code " + code, closing(code, ""))))
        .flatMap(List::stream);
  }

  private static <T> List<T> rows(IntStream numbers, IntFunction<T> row) {
    return numbers.mapToObj(row).toList();
  }

  private static Breach breach(String section, String name, byte[] bytes) {
    return new Breach(section, name, bytes, 1002);
  }

  private static byte[] a(int length) {
    return "a".repeat(length).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] bytes(int... values) {
    byte[] all = new byte[values.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) values[i];
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void isClosedFor(Breach breach) throws IOException {
    try (RawClient client = RawClient.open(simulator.uri())) {
      client.send(breach.bytes().array());

      RawClient.Received close = client.closeFrame().orElseThrow();
      assertThat(close.code()).isEqualTo(breach.code());
      assertThat(close.reason())
          .as("a sentence of ours")
          .isNotEmpty()
          .doesNotContainIgnoringCase("tyrus", "buffer", "frame payload", "exception", "null");
      assertThat(client.ended()).isTrue();
    }
  }

  /** RFC 6455, 7.4.1 and 7.4.2; 1012 to 1014 were registered with IANA later. */
  static IntStream closeCodes() {
    return IntStream.of(
        1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 4999);
  }

  @ParameterizedTest
  @MethodSource("closeCodes")
  void echoesALegalCloseCode(int code) throws IOException {
    try (RawClient client = RawClient.open(simulator.uri())) {
      client.send(closing(code, "bye"));

      assertThat(client.closeFrame().orElseThrow().code()).isEqualTo(code);
      assertThat(client.ended()).isTrue();
    }
  }

  /** RFC 6455, 5.5.1: a close without a code is answered by one without a code. */
  @Test
  void echoesAnEmptyCloseEmpty() throws IOException {
    try (RawClient client = RawClient.open(simulator.uri())) {
      client.send(frame(CLOSE, NOTHING));

      assertThat(client.closeFrame().orElseThrow().payload()).isEmpty();
      assertThat(client.ended()).isTrue();
    }
  }

  /** RFC 6455, 5.5.1: nothing is sent after a close, and nothing is read. */
  @Test
  void answersWhatCameBeforeACloseAndNothingAfter() throws IOException {
    try (RawClient client = RawClient.open(simulator.uri())) {
      client.send(together(text("first"), closing(1000, ""), text("second")));

      assertThat(client.next().text()).contains("malformed-message", "first");
      assertThat(client.next().code()).isEqualTo(1000);
      assertThat(client.ended()).isTrue();
    }
  }

  /** RFC 6455, 5.5.2, in the middle of a message too (5.4). */
  @Test
  void answersAPingWithItsOwnWords() throws IOException {
    try (RawClient client = RawClient.open(simulator.uri())) {
      client.send(together(fragment(TEXT, A), frame(PING, a(125)), frame(FIN, 1, 1, true, A)));

      RawClient.Received pong = client.next();
      assertThat(pong.opcode()).isEqualTo(PONG);
      assertThat(pong.bytes()).isEqualTo(a(125));
      assertThat(client.next().text()).contains("\"original\":\"aa\"");
    }
  }

  /** RFC 6455, 5.5.3: a pong without a ping is no fault. */
  @Test
  void takesAnUnaskedPong() throws IOException {
    try (RawClient client = RawClient.open(simulator.uri())) {
      client.send(together(frame(PONG, A), text("x")));

      assertThat(client.next().text()).contains("\"original\":\"x\"");
    }
  }

  /** RFC 6455, 5.4: how frames are cut into segments means nothing. */
  @Test
  void takesFramesByteByByteAndManyAtATime() throws IOException {
    try (RawClient client = RawClient.connect(simulator.uri())) {
      client.trickle(
          together(RawClient.handshake(simulator.uri()), text("one"), frame(TEXT, a(300))));
      assertThat(client.head()).startsWith("HTTP/1.1 101 ");
      assertThat(client.next().text()).contains("\"original\":\"one\"");
      assertThat(client.next().text()).contains("\"original\":\"aaa");

      client.send(together(text("two"), text("three"), text(""), text("four")));
      assertThat(client.next().text()).contains("\"original\":\"two\"");
      assertThat(client.next().text()).contains("\"original\":\"three\"");
      assertThat(client.next().text()).contains("\"original\":\"\"");
      assertThat(client.next().text()).contains("\"original\":\"four\"");
    }
  }

  /** RFC 6455, 4.1: a client may send at once, before it has read the answer. */
  @Test
  void takesFramesThatComeWithTheHandshake() throws IOException {
    try (RawClient client = RawClient.connect(simulator.uri())) {
      client.send(together(RawClient.handshake(simulator.uri()), text("early")));

      assertThat(client.head()).startsWith("HTTP/1.1 101 ");
      assertThat(client.next().text()).contains("\"original\":\"early\"");
    }
  }

  /** RFC 6455, 5.6: an emoji in two fragments, cut in the middle of a byte sequence. */
  @Test
  void takesACodePointInTwoFragments() throws IOException {
    byte[] emoji = "😀".getBytes(StandardCharsets.UTF_8);
    try (RawClient client = RawClient.open(simulator.uri())) {
      client.send(
          together(
              fragment(TEXT, new byte[] {emoji[0], emoji[1]}),
              frame(FIN, 2, 1, true, new byte[] {emoji[2], emoji[3]})));

      assertThat(client.next().text()).contains("\"original\":\"😀\"");
    }
  }

  @Test
  void takesAMessageOfJustTheLimit() throws IOException {
    try (RawClient client = RawClient.open(simulator.uri())) {
      client.send(frame(TEXT, a(LIMIT)));
      assertThat(client.next().text()).contains("malformed-message");

      client.send(
          together(fragment(TEXT, a(LIMIT / 2)), frame(FIN, LIMIT / 2, 8, true, a(LIMIT / 2))));
      assertThat(client.next().text()).contains("malformed-message");
    }
  }
}
