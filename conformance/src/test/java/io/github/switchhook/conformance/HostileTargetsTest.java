package io.github.switchhook.conformance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.HostileServer.Behaviour;
import io.github.switchhook.conformance.HostileServer.Peer;
import io.github.switchhook.conformance.diagnosis.Doctor;
import io.github.switchhook.conformance.diagnosis.Probe;
import io.github.switchhook.conformance.profile.Address;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.profile.Ordering;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.profile.Timeouts;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.runner.WorkerPlan;
import io.github.switchhook.conformance.session.Limits;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.conformance.wire.WebSocketWire;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * Every kind of hostile target once: each run ends in time, with the exit code and the sentence
 * that are due, in our words. All are played side by side, because most of it is waiting.
 */
@Timeout(120)
class HostileTargetsTest {
  private static final Timeouts TIMEOUTS =
      new Timeouts(Duration.ofMillis(2_500), Duration.ofMillis(1_500));

  private static final Limits LIMITS = new Limits(Duration.ofSeconds(40), Duration.ofSeconds(8));

  /** Text that the user of the kit must never see. */
  private static final Pattern JAVA =
      Pattern.compile(
          "\\b(java|javax|sun|org|io\\.github)\\.\\w+|Exception|\\bat [\\w.]+\\(|PKIX|\\bnull\\b|SSL");

  private static final String SILENT = "no answer within 1500 ms";
  private static final String HANDSHAKE = "the target did not answer the handshake within 2500 ms";
  private static final String ANSWERED = "the handshake is answered with ";
  private static final String BROKE = "the target broke the rules of WebSocket: it sent ";

  /**
   * One kind of hostile target.
   *
   * @param scheme ws or wss
   * @param exitCode the exit code that is due
   * @param sentence what must be read; of several with two bars between them, one
   */
  private record Kind(
      String name, String scheme, int exitCode, String sentence, Behaviour behaviour) {
    Kind(String name, int exitCode, String sentence, Behaviour behaviour) {
      this(name, "ws", exitCode, sentence, behaviour);
    }
  }

  private static Kind refusing(String status, String more, String sentence) {
    return new Kind(
        "answers " + status,
        3,
        ANSWERED + "HTTP status " + status.substring(0, 3) + ", expected 101" + sentence,
        peer -> {
          peer.request();
          peer.raw("HTTP/1.1 " + status + "\r\n" + more + "Content-Length: 0\r\n\r\n");
          peer.hang();
        });
  }

  private static Kind frames(String name, String sentence, int... bytes) {
    return answering(name, 3, BROKE + sentence, peer -> peer.raw(bytes));
  }

  /** Makes a target that treats the first message in its own way. */
  private static Kind answering(String name, int exitCode, String sentence, Behaviour behaviour) {
    return new Kind(
        name,
        exitCode,
        sentence,
        peer -> {
          peer.shakeHands().receive();
          behaviour.meet(peer);
          peer.hang();
        });
  }

  /** Makes a target that is the fake until a command comes. */
  private static Kind at(
      String command, String name, int exitCode, String sentence, Behaviour behaviour) {
    return new Kind(
        name + " at " + command,
        exitCode,
        sentence,
        peer ->
            peer.shakeHands()
                .converse(
                    came -> {
                      if (came.equals(command)) {
                        behaviour.meet(peer);
                      }
                      return !came.equals(command);
                    }));
  }

  private static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    kinds.addAll(handshakes());
    kinds.addAll(frames());
    kinds.addAll(messages());
    kinds.addAll(ends());
    return kinds;
  }

  private static List<Kind> handshakes() {
    return List.of(
        new Kind("hangs in the handshake", 3, HANDSHAKE, Peer::hang),
        new Kind(
            "drips its handshake",
            3,
            HANDSHAKE,
            peer -> {
              peer.request();
              peer.raw("HTTP/1.1 101 ");
              peer.endlessly(50_000, () -> peer.raw("x"));
            }),
        new Kind(
            "never ends its head",
            3,
            "has a head of more than 65536 bytes",
            peer -> {
              peer.request();
              peer.raw("HTTP/1.1 101 Switching Protocols\r\n");
              peer.endlessly(0, () -> peer.raw("X-More: " + "x".repeat(1_000) + "\r\n"));
            }),
        new Kind(
            "hangs in TLS", "wss", 3, "the target did not answer TLS within 2500 ms", Peer::hang),
        new Kind(
            "has no TLS",
            "wss",
            3,
            "does not speak TLS; look at the port in url, and whether url"
                + " should begin with ws://",
            peer -> {
              peer.raw("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
              peer.hang();
            }),
        new Kind(
            "closes in TLS",
            "wss",
            3,
            "the target closed the connection in the middle of TLS",
            peer -> {}),
        new Kind(
            "speaks TLS only",
            3,
            "what answers there speaks TLS; look at whether url should begin" + " with wss://",
            peer -> {
              peer.raw(0x15, 3, 3, 0, 2, 2, 40);
              peer.hang();
            }),
        new Kind(
            "is an SSH server",
            3,
            "what answers there is an SSH server; look at the port in url",
            peer -> {
              peer.raw("SSH-2.0-OpenSSH_9.6\r\n");
              peer.hang();
            }),
        new Kind(
            "is a mail server",
            3,
            "no HTTP/1.1; it begins with \"220 mail.example ESMTP\"",
            peer -> {
              peer.raw("220 mail.example ESMTP\r\n");
              peer.hang();
            }),
        new Kind(
            "tries to steer the terminal",
            3,
            "it begins with \"\\u001b[2Jgone\"",
            peer -> {
              peer.raw("\u001b[2Jgone\r\n");
              peer.hang();
            }),
        refusing(
            "401 Unauthorized",
            "WWW-Authenticate: Basic realm=\"cti\"\r\n",
            "; it asks for Basic realm=\"cti\"; look at headers, such as Authorization"),
        refusing("403 Forbidden", "", "; look at headers"),
        refusing("404 Not Found", "", "; look at the path in url"),
        refusing(
            "302 Found",
            "Location: https://login.example/\r\n",
            "; it points to https://login.example/; look at url: it leads elsewhere"),
        refusing("400 Bad Request", "", "; look at subprotocols, headers"),
        refusing("426 Upgrade Required", "", "; look at subprotocols, headers"),
        refusing(
            "429 Too Many Requests",
            "Retry-After: 30\r\n",
            "; it says Retry-After: 30; look at whether the target is overloaded"),
        refusing("500 Internal Server Error", "", "; look at what the target's own log says"),
        refusing("503 Service Unavailable", "Retry-After: 120\r\n", "; it says Retry-After: 120"),
        new Kind(
            "accepts by a wrong key",
            3,
            ANSWERED + "a wrong Sec-WebSocket-Accept: expected ",
            peer -> {
              peer.request();
              peer.upgrade("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=").hang();
            }),
        new Kind(
            "accepts twice",
            3,
            ANSWERED + "a wrong Sec-WebSocket-Accept: expected ",
            peer -> peer.shakeHands("Sec-WebSocket-Accept: again\r\n").hang()),
        new Kind(
            "upgrades to more",
            3,
            ANSWERED + "101, but without \"Upgrade: websocket\"",
            peer -> peer.shakeHands("Upgrade: h2c\r\n").hang()),
        new Kind(
            "does not upgrade",
            3,
            ANSWERED + "101, but without \"Upgrade: websocket\"",
            peer -> {
              peer.request();
              peer.raw("HTTP/1.1 101 Switching Protocols\r\n\r\n");
              peer.hang();
            }),
        new Kind(
            "chooses a subprotocol",
            3,
            ANSWERED + "the subprotocol \"cti.v9\", which was not offered (RFC 6455, section 4.1)",
            peer -> peer.shakeHands("Sec-WebSocket-Protocol: cti.v9\r\n").hang()),
        new Kind(
            "chooses an extension",
            3,
            ANSWERED + "the extension \"permessage-deflate\", which was not offered",
            peer -> peer.shakeHands("Sec-WebSocket-Extensions: permessage-deflate\r\n").hang()),
        new Kind(
            "chooses an extension later",
            3,
            ANSWERED + "the extension \", x-y\", which was not offered",
            peer ->
                peer.shakeHands("Sec-WebSocket-Extensions:\r\nSec-WebSocket-Extensions: x-y\r\n")
                    .hang()));
  }

  private static List<Kind> frames() {
    return List.of(
        frames(
            "masks its frames",
            "a masked frame (RFC 6455, section 5.1)",
            0x81,
            0x82,
            0,
            0,
            0,
            0,
            'o',
            'k'),
        frames("uses a reserved opcode", "a frame with the reserved opcode 3", 0x83, 0),
        frames("uses a reserved control opcode", "a frame with the reserved opcode 11", 0x8b, 0),
        frames("sets a reserved bit", "a frame with a reserved bit set", 0xc1, 0),
        frames("sends text that is not UTF-8", "a text that is not UTF-8", 0x81, 2, 0xc3, 0x28),
        frames("sends a surrogate as UTF-8", "a text that is not UTF-8", 0x81, 3, 0xed, 0xa0, 0x80),
        frames("ends a text in a character", "a text that is not UTF-8", 0x81, 2, 'a', 0xc3),
        frames(
            "ends a text in a character, in parts",
            "a text that is not UTF-8",
            0x01,
            1,
            0xc3,
            0x80,
            0),
        frames(
            "goes on with what is not UTF-8", "a text that is not UTF-8", 0x01, 1, 0xc3, 0, 1, '('),
        frames("gives a reason that is not UTF-8", "a close reason", 0x88, 3, 0x03, 0xe8, 0xff),
        frames("continues nothing", "a continuation of no message", 0x80, 0),
        frames(
            "begins a message in another", "a message in the middle of another", 0x01, 0, 0x81, 0),
        frames("sends a ping in parts", "a control frame in parts", 0x09, 0),
        frames("sends a long ping", "a control frame in parts or of more", 0x89, 126, 0, 126),
        frames(
            "pads a length", "a length that is longer than it need be", 0x81, 126, 0, 2, 'o', 'k'),
        frames("closes with 1005", "the close code 1005", 0x88, 2, 0x03, 0xed),
        frames("closes with half a code", "a close frame with half a code", 0x88, 1, 3));
  }

  private static List<Kind> messages() {
    String tooLong =
        "a message came that is longer than 1048576 bytes, more than PROTOCOL 2 allows";
    return List.of(
        answering("is silent", 3, SILENT, peer -> {}),
        answering(
            "drips a message",
            3,
            SILENT,
            peer -> {
              peer.head(HostileServer.TEXT, 100_000);
              peer.endlessly(50_000, () -> peer.raw("x"));
            }),
        answering(
            "never ends a message",
            3,
            tooLong,
            peer -> {
              peer.frame(0x01, new byte[0]);
              peer.endlessly(
                  0,
                  () -> peer.frame(0x00, "x".repeat(10_000).getBytes(StandardCharsets.US_ASCII)));
            }),
        answering(
            "sends empty parts for ever",
            3,
            SILENT,
            peer -> {
              peer.frame(0x01, new byte[0]);
              peer.endlessly(100, () -> peer.frame(0x00, new byte[0]));
            }),
        answering(
            "pings for ever",
            3,
            SILENT,
            peer -> peer.endlessly(100, () -> peer.frame(HostileServer.PING, new byte[100]))),
        answering(
            "floods",
            3,
            "more than 10000 messages came; no step causes so many||other message",
            peer ->
                peer.endlessly(
                    0, () -> peer.text("{\"name\":\"noise\",\"target\":\"s1\",\"data\":{}}"))),
        answering(
            "floods with large ones",
            3,
            "messages of more than 16 MiB came; no step causes so much||other message",
            peer ->
                peer.endlessly(
                    0, () -> peer.text("{\"noise\":\"" + "x".repeat(1_000_000) + "\"}"))),
        answering(
            "sends 50 MB",
            3,
            tooLong,
            peer -> {
              peer.head(HostileServer.TEXT, 50_000_000);
              peer.endlessly(0, () -> peer.raw("x".repeat(100_000)));
            }),
        answering(
            "sends binary frames",
            3,
            SILENT + ", but 1 other message",
            peer -> peer.frame(HostileServer.BINARY, new byte[10])),
        answering(
            "is no JSON", 3, SILENT + ", but 1 other message", peer -> peer.text("{nonsense")),
        answering(
            "sends half a surrogate pair",
            3,
            "prepareSession is answered with",
            peer -> peer.text("{\"command\":\"prepareSession\",\"result\":\"\\ud83d\"}")),
        new Kind(
            "sends an event each millisecond",
            1,
            "state.updated on s.c",
            peer -> {
              peer.shakeHands();
              strayEvents(peer);
              peer.converse(command -> true);
            }),
        at(
            "channel.dial",
            "drips its answer",
            1,
            SILENT,
            peer -> {
              peer.head(HostileServer.TEXT, 100_000);
              peer.endlessly(50_000, () -> peer.raw("x"));
            }),
        at(
            "channel.dial",
            "says half a surrogate pair",
            1,
            "result: expected",
            peer ->
                peer.text(
                    "{\"command\":\"channel.dial\",\"target\":\"\\ud83d\",\"result\":\"\\ud83d\"}")));
  }

  /** Sends events from a thread of its own until the client goes. */
  private static void strayEvents(Peer peer) {
    Thread stray =
        new Thread(
            () -> {
              try {
                peer.endlessly(
                    1_000,
                    () -> peer.text("{\"name\":\"state.updated\",\"target\":\"s.c\",\"data\":{}}"));
              } catch (IOException e) {
                // The client has left.
              }
            });
    stray.setDaemon(true);
    stray.start();
  }

  private static List<Kind> ends() {
    List<Kind> kinds = new ArrayList<>();
    kinds.add(
        new Kind(
            "closes at connect",
            3,
            "the target closed the connection and did not answer the" + " handshake",
            peer -> {}));
    kinds.add(new Kind("resets at connect", 3, "the target reset the connection", Peer::reset));
    kinds.add(
        new Kind(
            "resets in the handshake",
            3,
            "the target reset the connection",
            peer -> {
              peer.request();
              peer.raw("HTTP/1.1 101 ");
              peer.reset();
            }));
    for (String command :
        List.of("prepareSession", "session.start", "channel.dial", "switchhook.barrier")) {
      int exitCode = command.equals("channel.dial") ? 1 : 3;
      kinds.add(
          at(
              command,
              "closes",
              exitCode,
              "the connection was closed with 1011 (over)",
              peer -> {
                peer.raw(HostileServer.CLOSE, 6, 1011 >> 8, 1011 & 0xff, 'o', 'v', 'e', 'r');
                peer.hang();
              }));
      kinds.add(
          at(
              command,
              "ends",
              exitCode,
              "the connection was closed with 1006",
              peer -> {
                throw new IOException("the end");
              }));
      kinds.add(
          at(
              command,
              "resets",
              exitCode,
              "the connection was closed with 1006 (the target reset the connection)",
              Peer::reset));
      kinds.add(at(command, "falls silent", exitCode, SILENT, Peer::hang));
    }
    return kinds;
  }

  @TestFactory
  Stream<DynamicTest> endsInTimeInOurWords() {
    return sideBySide(kinds(), HostileTargetsTest::play, HostileTargetsTest::judge);
  }

  /** The doctor and the probe must not hang either. */
  @TestFactory
  Stream<DynamicTest> theDoctorAndTheProbeEndToo() {
    List<String> names =
        List.of(
            "hangs in the handshake",
            "hangs in TLS",
            "never ends a message",
            "pings for ever",
            "sends an event each millisecond",
            "floods",
            "falls silent at session.start");
    return sideBySide(
        kinds().stream().filter(kind -> names.contains(kind.name())).toList(),
        HostileTargetsTest::look,
        (kind, said) -> assertThat(JAVA.matcher(said).find()).as(said).isFalse());
  }

  private static String look(Kind kind) {
    try (HostileServer server = HostileServer.start(kind.behaviour())) {
      Target target =
          target(kind, server, new Timeouts(Duration.ofMillis(1_500), Duration.ofMillis(500)));
      return Doctor.examine(target, Stimulus.none(), Clock.systemUTC())
          + Probe.run(target, Stimulus.none(), false).text();
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private static <T> Stream<DynamicTest> sideBySide(
      List<Kind> kinds, Function<Kind, T> playing, BiConsumer<Kind, T> judging) {
    ExecutorService players = Executors.newFixedThreadPool(30);
    Map<Kind, CompletableFuture<T>> played = new LinkedHashMap<>();
    kinds.forEach(
        kind ->
            played.put(kind, CompletableFuture.supplyAsync(() -> playing.apply(kind), players)));
    return kinds.stream()
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.name(),
                    () -> judging.accept(kind, requireNonNull(played.get(kind)).join())))
        .onClose(players::shutdownNow);
  }

  private static void judge(Kind kind, Report report) {
    String shown = report.pretty(false);
    assertThat(shown).containsAnyOf(kind.sentence().split("\\|\\|"));
    assertThat(report.exitCode()).as(shown).isEqualTo(kind.exitCode());
    assertThat(JAVA.matcher(shown).results().map(found -> found.group()).toList())
        .as("words of Java in\n%s", shown)
        .isEmpty();
    assertThat(report.duration()).isLessThan(LIMITS.run().plusSeconds(10));
  }

  private static Report play(Kind kind) {
    try (HostileServer server = HostileServer.start(kind.behaviour())) {
      Target target = target(kind, server, TIMEOUTS);
      return new Kit(KitFixture.CATALOGUE, Clock.systemUTC())
          .run(
              WorkerPlan.of(target, Stimulus.none()),
              RunOptions.DEFAULT.within(LIMITS),
              WebSocketWire::new);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private static Target target(Kind kind, HostileServer server, Timeouts timeouts) {
    Target proof = KitFixture.target(new Ordering.ByBarrier(), Dialect.PLAIN);
    return new Target(
        "hostile",
        Address.of(URI.create(kind.scheme() + "://127.0.0.1:" + server.port() + "/agent")),
        proof.agents(),
        proof.numbers(),
        proof.queues(),
        proof.capabilities(),
        proof.login(),
        proof.envelope(),
        proof.dialect(),
        proof.channels(),
        timeouts,
        proof.ordering(),
        proof.stimulus(),
        List.of(),
        List.of());
  }
}
