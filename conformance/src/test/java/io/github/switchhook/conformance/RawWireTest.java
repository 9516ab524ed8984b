package io.github.switchhook.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.switchhook.conformance.HostileServer.Behaviour;
import io.github.switchhook.conformance.HostileServer.Sent;
import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.profile.Address;
import io.github.switchhook.conformance.profile.Secret;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.wire.Inbound;
import io.github.switchhook.conformance.wire.MessageConnection;
import io.github.switchhook.conformance.wire.WebSocketWire;
import io.github.switchhook.conformance.wire.Wire;
import io.github.switchhook.conformance.wire.WireLog;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The behaviour of the kit's WebSocket with a target that keeps RFC 6455, seen from the raw socket.
 */
@Timeout(60)
class RawWireTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private interface Client {
    void talk(MessageConnection connection) throws Exception;
  }

  private static void with(Behaviour server, Client client) throws Exception {
    with(server, "/agent", Map.of(), List.of(), client);
  }

  private static void with(
      Behaviour behaviour,
      String path,
      Map<String, Secret> headers,
      List<String> subprotocols,
      Client client)
      throws Exception {
    try (HostileServer server = HostileServer.start(behaviour)) {
      URI url = URI.create("ws://127.0.0.1:" + server.port() + path);
      Target plain = Target.standard("raw", url);
      Target target =
          new Target(
              plain.name(),
              new Address(url, headers, subprotocols, Optional.empty(), Optional.empty()),
              plain.agents(),
              plain.numbers(),
              plain.queues(),
              plain.capabilities(),
              plain.login(),
              plain.envelope(),
              plain.dialect(),
              plain.channels(),
              plain.timeouts(),
              plain.ordering(),
              plain.stimulus(),
              List.of(),
              List.of());
      try (Wire wire = new WebSocketWire(target, false);
          MessageConnection connection =
              wire.connect(AgentNames.FIRST, new WireLog(() -> 0, target.secrets()))) {
        client.talk(connection);
      }
    }
  }

  @Test
  void opensTheWebSocketAsTheProfileSays() throws Exception {
    BlockingQueue<List<String>> asked = new LinkedBlockingQueue<>();
    with(
        peer -> {
          List<String> head = peer.head();
          asked.add(head);
          peer.shakeHands(head, "Sec-WebSocket-Protocol: cti.v2\r\n").text("hello");
          peer.hang();
        },
        "/v%203/a?token=a%2Bb&%7b",
        Map.of("authorization", new Secret("Bearer x"), "User-Agent", new Secret("kit")),
        List.of("cti.v1", "cti.v2"),
        connection -> assertThat(connection.receive(SOON)).isEqualTo(new Inbound.Text("hello")));

    List<String> head = asked.take();
    assertThat(head.get(0)).isEqualTo("GET /v%203/a?token=a%2Bb&%7b HTTP/1.1");
    assertThat(head.get(1)).startsWith("Host: 127.0.0.1:");
    assertThat(head)
        .contains(
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Protocol: cti.v1, cti.v2",
            "authorization: Bearer x",
            "User-Agent: kit")
        .anyMatch(line -> line.matches("Sec-WebSocket-Key: [A-Za-z0-9+/]{22}=="))
        .hasSize(9);
  }

  @Test
  void takesHeadersOverSeveralLines() throws Exception {
    with(
        peer ->
            peer.shakeHands(
                    "Connection: keep-alive\r\nSec-WebSocket-Extensions:\r\nX-More: 1\r\nX-More: 2\r\n")
                .hang(),
        connection ->
            assertThat(connection.receive(Duration.ZERO)).isEqualTo(new Inbound.Nothing()));
  }

  @Test
  void putsMessagesTogether() throws Exception {
    byte[] ladder = "\u00e9\u20ac\ud83d\ude00".getBytes(UTF_8);
    String longest = "x".repeat(1 << 20);
    BlockingQueue<Sent> answered = new LinkedBlockingQueue<>();
    with(
        peer -> {
          peer.shakeHands();
          // Each byte a frame, so that every character is cut.
          for (int i = 0; i < ladder.length; i++) {
            peer.frame(
                (i == 0 ? 1 : 0) | (i == ladder.length - 1 ? 0x80 : 0), new byte[] {ladder[i]});
            if (i == 1) {
              peer.frame(HostileServer.PING, new byte[] {7, 8});
            }
          }
          peer.frame(0x02, new byte[3]);
          peer.frame(0x00, new byte[0]);
          peer.frame(0x80, new byte[4]);
          peer.text("");
          peer.text(longest);
          peer.frame(0x8a, new byte[] {1});
          answered.add(peer.frame());
          peer.hang();
        },
        connection -> {
          assertThat(connection.receive(SOON))
              .isEqualTo(new Inbound.Text("\u00e9\u20ac\ud83d\ude00"));
          assertThat(connection.receive(SOON)).isEqualTo(new Inbound.Binary(7));
          assertThat(connection.receive(SOON)).isEqualTo(new Inbound.Text(""));
          assertThat(connection.receive(SOON)).isEqualTo(new Inbound.Text(longest));
          Sent pong = answered.poll(SOON.toSeconds(), TimeUnit.SECONDS);
          assertThat(pong).isEqualTo(frame(10, 7, 8));
        });
  }

  @Test
  void sendsWholeMaskedFramesAndAClose() throws Exception {
    BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
    ByteBuffer bytes = ByteBuffer.wrap(new byte[] {0, 1, 2}).position(1);
    with(
        peer -> {
          peer.shakeHands();
          for (int i = 0; i < 6; i++) {
            sent.add(peer.frame());
          }
        },
        connection -> {
          connection.send("");
          connection.send("half a pair: \ud83d, a whole one: \ud83d\ude00");
          connection.send("x".repeat(126));
          connection.send("x".repeat(70_000));
          connection.send(bytes);
          assertThat(bytes.remaining()).isEqualTo(2);
        });

    assertThat(text(sent)).isEmpty();
    assertThat(text(sent)).isEqualTo("half a pair: \\ud83d, a whole one: \ud83d\ude00");
    assertThat(text(sent)).hasSize(126);
    assertThat(text(sent)).hasSize(70_000);
    assertThat(sent.take()).isEqualTo(frame(2, 1, 2));
    assertThat(sent.take()).isEqualTo(frame(8, 1000 >> 8, 1000 & 0xff));
  }

  private static String text(BlockingQueue<Sent> sent) throws InterruptedException {
    Sent frame = sent.take();
    assertThat(frame.opcode()).isEqualTo(1);
    return frame.text();
  }

  private static Sent frame(int opcode, int... payload) {
    ByteBuffer bytes = ByteBuffer.allocate(payload.length);
    for (int each : payload) {
      bytes.put((byte) each);
    }
    return new Sent(opcode, bytes.flip());
  }

  @Test
  void answersACloseWithItsCode() throws Exception {
    BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
    with(
        peer -> {
          peer.shakeHands().raw(HostileServer.CLOSE, 2, 4001 >> 8, 4001 & 0xff);
          sent.add(peer.frame());
        },
        connection -> {
          assertThat(connection.receive(SOON)).isEqualTo(new Inbound.Closed(4001, ""));
          assertThat(sent.take()).isEqualTo(frame(8, 4001 >> 8, 4001 & 0xff));
          connection.send("sent too late");
        });
  }

  /** A connection to a target that does not read ends, and the reason says so. */
  @Test
  void waitsForATargetThatDoesNotRead() throws Exception {
    with(
        peer -> {
          peer.shakeHands();
          peer.endlessly(10_000, () -> {});
        },
        connection -> {
          for (int i = 0; i < 64; i++) {
            connection.send("x".repeat(1 << 20));
          }
          assertThat(connection.receive(SOON))
              .isInstanceOfSatisfying(
                  Inbound.Closed.class,
                  end -> assertThat(end.reason()).startsWith("the target did not read within "));
        });
  }

  /** An interrupted handshake leaves no connection open. */
  @Test
  void leavesNothingOpenWhenItIsInterrupted() throws Exception {
    Thread client = Thread.currentThread();
    BlockingQueue<String> left = new LinkedBlockingQueue<>();

    assertThatThrownBy(
            () ->
                with(
                    peer -> {
                      List<String> head = peer.head();
                      client.interrupt();
                      peer.shakeHands(head).hang();
                      left.add("left");
                    },
                    connection -> {}))
        .isInstanceOf(Wire.UnreachableException.class)
        .hasMessageEndingWith("the run was interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(left.poll(SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo("left");
  }
}
