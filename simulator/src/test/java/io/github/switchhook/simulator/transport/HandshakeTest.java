package io.github.switchhook.simulator.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The requests that the agents' port accepts, and how it refuses others: a row for each case. */
@Timeout(30)
@SuppressWarnings("NullAway.Init") // set before all tests
class HandshakeTest {
  private static Simulator simulator;
  private static String authority;

  @BeforeAll
  static void start() throws IOException {
    simulator =
        Simulator.start(SimulatorOptions.standard().withAllowedHosts(Set.of("switch.test")));
    authority = simulator.uri().getAuthority();
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  /**
   * A case: a request and how it is answered.
   *
   * @param source the section of the RFC that forbids or allows it, or the rule of our own
   * @param change of a request that is let in: a line to be replaced, what it is replaced with
   */
  public record Row(String source, String name, List<String> change, int status) {
    @Override
    public String toString() {
      return source + " " + name + " -> " + status;
    }

    String request() {
      String whole = new String(RawClient.handshake(simulator.uri()), StandardCharsets.ISO_8859_1);
      String changed = whole;
      for (int i = 0; i < change.size(); i += 2) {
        assertThat(changed).contains(change.get(i));
        changed = changed.replace(change.get(i), change.get(i + 1));
      }
      return changed;
    }
  }

  private static Row row(String source, String name, int status, String... change) {
    return new Row(source, name, List.of(change), status);
  }

  static Stream<Row> rows() {
    String key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    String host = "Host: " + authority + "\r\n";
    return Stream.of(
        row("RFC 6455 4.2.1", "as it should be", 101),
        row(
            "RFC 6455 4.2.1",
            "header names in any case",
            101,
            "Upgrade: websocket",
            "UPGRADE: WebSocket"),
        row(
            "RFC 6455 4.2.1",
            "one of several words",
            101,
            "Connection: Upgrade",
            "Connection: keep-alive, upgrade"),
        row(
            "RFC 6455 4.2.1",
            "words in several lines",
            101,
            "Connection: Upgrade\r\n",
            "Connection: keep-alive\r\nConnection: Upgrade\r\n"),
        row("RFC 6455 4.2.1", "a query", 101, "/agent ", "/agent?token=a%2Bb&c= "),
        row("RFC 6455 4.2.1", "no key", 400, key, ""),
        row("RFC 6455 4.2.1", "an empty key", 400, key, "Sec-WebSocket-Key:\r\n"),
        row(
            "RFC 6455 4.2.1",
            "a key of 15 bytes",
            400,
            "dGhlIHNhbXBsZSBub25jZQ==",
            "dGhlIHNhbXBsZSBub25j"),
        row(
            "RFC 6455 4.2.1",
            "a key of 17 bytes",
            400,
            "dGhlIHNhbXBsZSBub25jZQ==",
            "dGhlIHNhbXBsZSBub25jZWU="),
        row(
            "RFC 6455 4.2.1",
            "a key that is no base64",
            400,
            "dGhlIHNhbXBsZSBub25jZQ==",
            "dGhlIHNhbXBsZSBub25jZ!=="),
        row("RFC 6455 4.2.1", "two keys", 400, key, key + key),
        row("RFC 6455 4.2.1", "no Connection", 400, "Connection: Upgrade\r\n", ""),
        row(
            "RFC 6455 4.2.1",
            "Connection without upgrade",
            400,
            "Connection: Upgrade",
            "Connection: keep-alive"),
        row("RFC 6455 4.2.1", "no Upgrade", 426, "Upgrade: websocket\r\n", ""),
        row(
            "RFC 6455 4.2.1",
            "an upgrade to something else",
            426,
            "Upgrade: websocket",
            "Upgrade: h2c"),
        row("RFC 6455 4.2.1", "no version", 400, "Sec-WebSocket-Version: 13\r\n", ""),
        row("RFC 6455 4.4", "an older version", 426, "Version: 13", "Version: 8"),
        row("RFC 6455 4.4", "a version that is none", 426, "Version: 13", "Version: thirteen"),
        row(
            "RFC 6455 4.4",
            "two versions",
            426,
            "Version: 13\r\n",
            "Version: 13\r\nSec-WebSocket-Version: 13\r\n"),
        row("RFC 6455 4.2.1", "POST", 405, "GET ", "POST "),
        row("RFC 6455 4.2.1", "a method in lower case", 405, "GET ", "get "),
        row("RFC 6455 4.2.1", "HTTP/1.0", 505, "HTTP/1.1", "HTTP/1.0"),
        row("RFC 6455 4.2.1", "HTTP/2.0", 505, "HTTP/1.1", "HTTP/2.0"),
        row("RFC 9112 2.3", "another protocol", 400, "HTTP/1.1", "HTCPCP/1.0"),
        row("RFC 9112 2.3", "HTTP/0.9", 400, " HTTP/1.1", ""),
        row("RFC 9112 3", "two blanks", 400, "GET /", "GET  /"),
        row("RFC 9112 3.2", "no Host", 400, host, ""),
        row("RFC 9112 3.2", "two Hosts", 400, host, host + host),
        row("RFC 9112 5.1", "a blank before a colon", 400, "Upgrade:", "Upgrade :"),
        row(
            "RFC 9112 5.2",
            "a folded line",
            400,
            "Connection: Upgrade\r\n",
            "Connection:\r\n Upgrade\r\n"),
        row(
            "RFC 9112 2.2",
            "a bare line feed",
            400,
            "Upgrade: websocket\r\n",
            "Upgrade: websocket\n"),
        row("RFC 9110 5.5", "a NUL in a header", 400, "Upgrade: websocket", "Upgrade: web\0socket"),
        row("RFC 9112 5", "a line without a colon", 400, "Upgrade: websocket", "websocket"),
        row(
            "RFC 9112 6",
            "a body",
            400,
            "Upgrade: websocket\r\n",
            "Upgrade: websocket\r\nContent-Length: 5\r\n"),
        row(
            "RFC 9112 6.1",
            "a chunked body",
            400,
            "Upgrade: websocket\r\n",
            "Upgrade: websocket\r\nTransfer-Encoding: chunked\r\n"),
        row(
            "RFC 6585 5",
            "a head of 20,000 bytes",
            431,
            "Upgrade: websocket",
            "X-Long: " + "x".repeat(20_000) + "\r\nUpgrade: websocket"),
        row("RFC 9112 2.2", "an empty line before it", 101, "GET ", "\r\nGET "),
        row("RFC 9112 3.2.2", "the absolute form", 101, "GET /agent", "GET http://localhost/agent"),
        row(
            "RFC 9112 3.2.2",
            "a foreign absolute form",
            403,
            "GET /agent",
            "GET http://evil.example/agent"),
        row("RFC 9112 3.2.3", "the authority form", 400, "GET /agent", "CONNECT localhost:80"),
        row("RFC 9112 3.2", "a target that is not ASCII", 400, "/agent ", "/agent?\u00e4 "),
        row("RFC 9110 2.5", "a later HTTP/1", 101, "HTTP/1.1", "HTTP/1.2"),
        row(
            "RFC 9112 6.3",
            "two lengths",
            400,
            "Upgrade: websocket\r\n",
            "Upgrade: websocket\r\nContent-Length: 0\r\nContent-Length: 0\r\n"),
        row("RFC 6585 5", "101 lines", 431, host, host + "X: a\r\n".repeat(101)),
        row(
            "RFC 6585 5",
            "long lines",
            431,
            host,
            host + ("X: " + "a".repeat(6000) + "\r\n").repeat(3)),
        row("RFC 9112 2.2", "empty lines only", 431, "GET ", "\r\n".repeat(9000) + "GET "),
        row(
            "RFC 9110 15.5.15",
            "a long target",
            414,
            "/agent ",
            "/agent?" + "a".repeat(9000) + " "),
        row("ours", "another path", 404, "/agent ", "/ "),
        row("ours", "a path like it", 404, "/agent ", "/agent/ "),
        row("ours", "by name", 101, "Host: " + authority, "Host: localhost"),
        row(
            "ours",
            "by a name that was allowed",
            101,
            "Host: " + authority,
            "Host: switch.test:80"),
        row(
            "ours: DNS rebinding",
            "by a foreign name",
            403,
            "Host: " + authority,
            "Host: evil.example"),
        row(
            "ours: DNS rebinding",
            "by a name that begins like an address",
            403,
            "Host: " + authority,
            "Host: 127.0.0.1.evil.example"),
        row(
            "ours: DNS rebinding",
            "with user info",
            403,
            "Host: " + authority,
            "Host: localhost@evil.example"),
        row(
            "RFC 6455 10.2",
            "a page of this machine",
            101,
            host,
            host + "Origin: http://localhost:3000\r\n"),
        row(
            "RFC 6455 10.2",
            "a page of elsewhere",
            403,
            host,
            host + "Origin: http://evil.example\r\n"),
        row("RFC 6455 10.2", "a page of nowhere", 403, host, host + "Origin: null\r\n"),
        row(
            "RFC 6455 10.2",
            "two origins",
            400,
            host,
            host + "Origin: http://localhost\r\nOrigin: http://evil.example\r\n"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void answers(Row row) throws IOException {
    try (RawClient client = RawClient.connect(simulator.uri())) {
      client.send(RawClient.ascii(row.request()));

      String head = client.head();
      assertThat(head).startsWith("HTTP/1.1 " + row.status() + " ");
      if (row.status() == 101) {
        // RFC 6455, 1.3: what this key is answered with.
        assertThat(head).contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
      } else {
        assertThat(head).contains("Content-Type: text/plain; charset=utf-8", "Connection: ");
        assertThat(client.rest())
            .as("a sentence, and no product's page")
            .isNotBlank()
            .doesNotContain("<", "Grizzly", "Tyrus", "Exception");
      }
    }
  }

  @Test
  void tellsTheVersionThatItSpeaks() throws IOException {
    try (RawClient client = RawClient.connect(simulator.uri())) {
      client.send(RawClient.ascii("GET /agent HTTP/1.1\r\nHost: localhost\r\n\r\n"));

      assertThat(client.head()).contains("Upgrade: websocket", "Sec-WebSocket-Version: 13");
    }
  }

  @Test
  void answersWhatIsNoHttpAtAll() throws IOException {
    try (RawClient client = RawClient.connect(simulator.uri())) {
      client.send(new byte[] {0x16, 3, 1, 2, 0});

      assertThat(client.head()).startsWith("HTTP/1.1 400 ");
      assertThat(client.rest()).contains("TLS");
    }
  }
}
