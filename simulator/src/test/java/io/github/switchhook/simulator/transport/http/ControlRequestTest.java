package io.github.switchhook.simulator.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.protocol.Codec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests for control, byte by byte, on a raw socket. */
@Timeout(120)
class ControlRequestTest {
  private static final String HOST = "Host: 127.0.0.1\r\n";
  private static final String KEY = "Authorization: Bearer " + Http.TOKEN + "\r\n";
  private static final String NO_BODY = "Content-Length: 0\r\n";
  private static final String POST = "POST /control/faults HTTP/1.1\r\n";
  private static final String CHUNKED = POST + HOST + KEY + "Transfer-Encoding: chunked\r\n";

  @SuppressWarnings("NullAway.Init") // set before the tests
  private static Simulator simulator;

  @BeforeAll
  static void start() throws IOException {
    simulator = Http.start();
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  /**
   * A request and what it gets.
   *
   * @param section of RFC 9110 or 9112, or of ours
   * @param said a part of the answer's body
   */
  private record Row(String section, String what, String request, int status, String said) {
    @Override
    public String toString() {
      return section + " " + what + ": " + status;
    }
  }

  private static Row head(String section, String what, String lines, int status, String said) {
    return new Row(section, what, lines + "\r\n", status, said);
  }

  private static Row ok(String section, String what, String request) {
    return new Row(section, what, request, 200, "{\"faults\":[]}");
  }

  static Stream<Row> rows() {
    return Stream.of(
            requestLines(), fieldLines(), hosts(), origins(), tokens(), lengths(), chunks())
        .flatMap(rows -> rows);
  }

  private static Stream<Row> requestLines() {
    String rest = HOST + KEY + NO_BODY;
    return Stream.of(
        ok("9112 2.2", "an empty line before it", "\r\n" + POST + rest + "\r\n"),
        ok("9112 3.2.1", "a query", "POST /control/faults?a=b HTTP/1.1\r\n" + rest + "\r\n"),
        ok(
            "9112 3.2.2",
            "the absolute form",
            "POST http://localhost:1/control/faults HTTP/1.1\r\n" + rest + "\r\n"),
        ok("9112 2.3", "HTTP/1.0", "POST /control/faults HTTP/1.0\r\n" + rest + "\r\n"),
        head(
            "9112 3.2.2",
            "a foreign absolute form",
            "POST http://evil.example/control/faults HTTP/1.1\r\n" + rest,
            403,
            "Host"),
        head("9112 2.2", "line feeds only", (POST + rest).replace("\r", ""), 400, "CR LF"),
        head("9112 2.2", "a bare CR", "POST /control/faults\r HTTP/1.1\r\n" + rest, 400, "CR LF"),
        head("9112 3", "no version", "POST /control/faults\r\n" + rest, 400, "METHOD"),
        head("9112 3", "two spaces", "POST  /control/faults HTTP/1.1\r\n" + rest, 400, "METHOD"),
        head("9112 3", "a tab", "POST\t/control/faults HTTP/1.1\r\n" + rest, 400, "METHOD"),
        head("9112 3", "a method in brackets", "(POST) / HTTP/1.1\r\n" + rest, 400, "METHOD"),
        head("9112 3", "a NUL", "POST /control/fau\0lts HTTP/1.1\r\n" + rest, 400, "control char"),
        head("9112 3.2", "not ASCII", "POST /control/f\u00e4 HTTP/1.1\r\n" + rest, 400, "METHOD"),
        head("9112 3.2", "no slash", "POST control/faults HTTP/1.1\r\n" + rest, 400, "path"),
        head("9112 3.2.4", "an asterisk", "OPTIONS * HTTP/1.1\r\n" + rest, 400, "path"),
        head("9112 2.3", "a lower-case name", "POST / http/1.1\r\n" + rest, 400, "METHOD"),
        head("9110 15.6.6", "HTTP/2.0", "POST / HTTP/2.0\r\n" + rest, 505, "HTTP/1.1"),
        head("9112 3", "a long one", "POST /" + "a".repeat(9000) + " HTTP/1.1\r\n", 414, "8192"),
        head("9110 9.1", "an unknown method", "FLY /control HTTP/1.1\r\n" + rest, 405, "POST"),
        head("9110 9.1", "a lower-case method", "post /control HTTP/1.1\r\n" + rest, 405, "POST"),
        new Row("9110 9.3.2", "HEAD", "HEAD /control HTTP/1.1\r\n" + rest + "\r\n", 405, ""));
  }

  private static Stream<Row> fieldLines() {
    return Stream.of(
        ok(
            "9112 5.1",
            "no space",
            "POST /control/faults HTTP/1.1\r\nHOST:localhost\r\n" + KEY + NO_BODY + "\r\n"),
        ok(
            "9112 5.1",
            "spaces and tabs",
            POST + "host: \t localhost \t \r\n" + KEY + NO_BODY + "\r\n"),
        head(
            "9112 5.2",
            "obs-fold",
            POST + HOST + KEY + NO_BODY + "X: a\r\n b\r\n",
            400,
            "one line"),
        head("9112 5.2", "a tab", POST + HOST + KEY + NO_BODY + "X: a\r\n\tb\r\n", 400, "one line"),
        head("9112 2.2", "a fold at once", POST + " X: a\r\n" + HOST + KEY, 400, "one line"),
        head(
            "9112 5.1",
            "a space before the colon",
            POST + "Host : localhost\r\n" + KEY,
            400,
            "NAME: VALUE"),
        head("9112 5", "no colon", POST + HOST + KEY + "X\r\n", 400, "NAME: VALUE"),
        head("9112 5", "no name", POST + HOST + KEY + ": x\r\n", 400, "NAME: VALUE"),
        head(
            "9110 5.1", "a name in quotes", POST + HOST + KEY + "\"X\": x\r\n", 400, "NAME: VALUE"),
        head("9110 5.5", "a NUL", POST + HOST + KEY + "X: a\0b\r\n", 400, "control char"),
        head("9110 5.5", "an escape", POST + HOST + KEY + "X: \u001b[2J\r\n", 400, "control char"),
        head("9110 5.5", "a bare CR", POST + HOST + KEY + "X: a\rb: c\r\n", 400, "CR LF"),
        head(
            "6585 5",
            "a long line",
            POST + HOST + KEY + "X: " + "a".repeat(9000) + "\r\n",
            431,
            "8192"),
        head(
            "6585 5",
            "long lines",
            POST + HOST + KEY + ("X: " + "a".repeat(6000) + "\r\n").repeat(3),
            431,
            "16384"),
        head("6585 5", "empty lines only", "\r\n".repeat(9000), 431, "16384"),
        new Row("8446 5.1", "TLS", "\u0016\u0003\u0001\u0002\0", 400, "TLS"),
        head("6585 5", "many lines", POST + HOST + KEY + "X: a\r\n".repeat(101), 431, "100"),
        head(
            "9110 10.1.1",
            "another expectation",
            POST + HOST + KEY + NO_BODY + "Expect: gold\r\n",
            417,
            "100-continue"));
  }

  private static Stream<Row> hosts() {
    String rest = KEY + NO_BODY;
    return Stream.of(
        head("9112 3.2", "no Host", POST + rest, 400, "one Host"),
        head("9112 3.2", "no Host in 1.0", "GET /control HTTP/1.0\r\n" + rest, 400, "one Host"),
        head("9112 3.2", "two Hosts", POST + HOST + HOST + rest, 400, "one Host"),
        head("9110 7.2", "a foreign Host", POST + "Host: evil.example\r\n" + rest, 403, "Host"),
        head("9110 7.2", "user info", POST + "Host: u@localhost\r\n" + rest, 403, "Host"),
        head("9110 7.2", "user and password", POST + "Host: u:p@localhost\r\n" + rest, 403, "Host"),
        head("9110 7.2", "a path", POST + "Host: localhost/x\r\n" + rest, 403, "Host"),
        head("9110 7.2", "a fragment", POST + "Host: localhost#x\r\n" + rest, 403, "Host"),
        head("9110 7.2", "a query", POST + "Host: localhost?x\r\n" + rest, 403, "Host"),
        head("9110 7.2", "two in one", POST + "Host: localhost, localhost\r\n" + rest, 403, "Host"),
        head("9110 7.2", "an empty Host", POST + "Host:\r\n" + rest, 403, "Host"),
        head("9110 7.2", "no port", POST + "Host: localhost:\r\n" + rest, 403, "Host"));
  }

  private static Stream<Row> origins() {
    String rest = HOST + KEY + NO_BODY;
    return Stream.of(
        ok(
            "6454 7",
            "a page of this machine",
            POST + rest + "Origin: http://localhost:3000\r\n\r\n"),
        head(
            "6454 7",
            "a foreign page",
            POST + rest + "Origin: https://evil.example\r\n",
            403,
            "Origin"),
        head("6454 7", "a page of no origin", POST + rest + "Origin: null\r\n", 403, "Origin"),
        head("6454 7", "user info", POST + rest + "Origin: http://u@localhost\r\n", 403, "Origin"),
        head("6454 7", "a path", POST + rest + "Origin: http://localhost/\r\n", 403, "Origin"),
        head(
            "6454 7",
            "two in one",
            POST + rest + "Origin: http://localhost http://localhost\r\n",
            403,
            "Origin"),
        head(
            "6454 7.3",
            "two Origins",
            POST + rest + "Origin: http://localhost\r\nOrigin: http://localhost\r\n",
            400,
            "one Origin"),
        head(
            "6454 7.3",
            "two Origins, one foreign",
            POST + rest + "Origin: http://localhost\r\norigin: http://evil.example\r\n",
            400,
            "one Origin"));
  }

  private static Stream<Row> tokens() {
    String rest = HOST + NO_BODY;
    return Stream.of(
        ok(
            "9110 11.1",
            "lower case",
            POST + rest + "authorization: bearer " + Http.TOKEN + "\r\n\r\n"),
        ok(
            "9110 11.1",
            "upper case",
            POST + rest + "AUTHORIZATION: BEARER " + Http.TOKEN + "\r\n\r\n"),
        ok(
            "9110 11.4",
            "two spaces",
            POST + rest + "Authorization: Bearer  " + Http.TOKEN + "\r\n\r\n"),
        head("9110 11.6.2", "none", POST + rest, 401, "Bearer TOKEN"),
        head(
            "9110 11.6.2",
            "an empty one",
            POST + rest + "Authorization: Bearer \r\n",
            401,
            "Bearer TOKEN"),
        head(
            "9110 11.6.2",
            "no space",
            POST + rest + "Authorization: Bearer" + Http.TOKEN + "\r\n",
            401,
            "Bearer TOKEN"),
        head(
            "9110 11.6.2",
            "a wrong one",
            POST + rest + "Authorization: Bearer x" + Http.TOKEN + "\r\n",
            401,
            "Bearer TOKEN"),
        head(
            "9110 11.6.2",
            "the wrong case",
            POST
                + rest
                + "Authorization: Bearer "
                + Http.TOKEN.toUpperCase(java.util.Locale.ROOT)
                + "\r\n",
            401,
            "Bearer TOKEN"),
        head(
            "9110 11.6.2",
            "another scheme",
            POST + rest + "Authorization: Basic " + Http.TOKEN + "\r\n",
            401,
            "Bearer TOKEN"),
        head("9110 5.3", "two of them", POST + rest + KEY + KEY, 400, "one Authorization"));
  }

  private static Stream<Row> lengths() {
    String rest = POST + HOST + KEY;
    return Stream.of(
        ok("9112 6.3", "no body", rest + "\r\n"),
        ok("9112 6.2", "two bytes", rest + "Content-Length: 2\r\n\r\n{}"),
        ok(
            "9110 10.1.1",
            "100-continue with the body",
            rest + "Expect: 100-Continue\r\nContent-Length: 2\r\n\r\n{}"),
        new Row(
            "8259 8.1",
            "a body in Latin-1",
            rest + "Content-Length: 3\r\n\r\n{\u00e4}",
            400,
            "UTF-8"),
        ok("9112 6.2", "zeros before it", rest + "Content-Length: 0002\r\n\r\n{}"),
        head("9112 6.3", "a sign", rest + "Content-Length: +2\r\n", 400, "Content-Length"),
        head("9112 6.3", "a negative one", rest + "Content-Length: -1\r\n", 400, "Content-Length"),
        head("9112 6.3", "no number", rest + "Content-Length: 0x2\r\n", 400, "Content-Length"),
        head("9112 6.3", "an empty one", rest + "Content-Length:\r\n", 400, "Content-Length"),
        head("9112 6.3", "a list", rest + "Content-Length: 2, 2\r\n", 400, "Content-Length"),
        head(
            "9112 6.3",
            "two of them",
            rest + "Content-Length: 2\r\nContent-Length: 2\r\n",
            400,
            "one Content-Length"),
        head(
            "9112 6.3",
            "two unlike",
            rest + "Content-Length: 2\r\nContent-Length: 3\r\n",
            400,
            "one Content-Length"),
        head("9110 15.5.14", "too many", rest + "Content-Length: 262145\r\n", 413, "262144"),
        head(
            "9110 15.5.14",
            "far too many",
            rest + "Content-Length: 99999999999999999999\r\n",
            413,
            "262144"),
        head("9112 6.1", "both", CHUNKED + "Content-Length: 2\r\n", 400, "not both"),
        head(
            "9112 6.1",
            "both, the other way",
            rest + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
            400,
            "not both"),
        head("9112 6.1", "gzip", rest + "Transfer-Encoding: gzip\r\n", 400, "chunked"),
        head(
            "9112 6.1",
            "gzip, chunked",
            rest + "Transfer-Encoding: gzip, chunked\r\n",
            400,
            "chunked"),
        head(
            "9112 6.1",
            "chunked twice",
            rest + "Transfer-Encoding: chunked, chunked\r\n",
            400,
            "chunked"),
        head("9112 6.1", "identity", rest + "Transfer-Encoding: identity\r\n", 400, "chunked"),
        head("9112 6.1", "two fields", CHUNKED + "Transfer-Encoding: chunked\r\n", 400, "chunked"),
        head("9112 6.1", "xchunked", rest + "Transfer-Encoding: xchunked\r\n", 400, "chunked"),
        head(
            "9112 6.1",
            "a vertical tab",
            rest + "Transfer-Encoding: \u000bchunked\r\n",
            400,
            "control char"),
        head("9112 6.1", "an empty one", rest + "Transfer-Encoding:\r\n", 400, "chunked"),
        head("9112 6.1", "in 1.0", CHUNKED.replace("HTTP/1.1", "HTTP/1.0"), 400, "HTTP/1.1"));
  }

  private static Stream<Row> chunks() {
    return Stream.of(
        ok("9112 7.1", "none", CHUNKED + "\r\n0\r\n\r\n"),
        ok("9112 7.1", "two", CHUNKED + "\r\n1\r\n{\r\n001\r\n}\r\n0\r\n\r\n"),
        ok("9112 7.1.1", "an extension", CHUNKED + "\r\n2;a=\"b\"\r\n{}\r\n0\r\n\r\n"),
        ok("9112 7.1.2", "a trailer", CHUNKED + "\r\n2\r\n{}\r\n0\r\nX: a\r\n\r\n"),
        ok("9110 11.1", "Chunked", CHUNKED.replace("chunked", "Chunked") + "\r\n0\r\n\r\n"),
        head("9112 7.1", "no size", CHUNKED + "\r\n\r\n", 400, "chunk"),
        head("9112 7.1", "no number", CHUNKED + "\r\nxyz\r\n", 400, "chunk"),
        head("9112 7.1", "a sign", CHUNKED + "\r\n-1\r\n", 400, "chunk"),
        head("9112 7.1", "0x", CHUNKED + "\r\n0x2\r\n{}", 400, "chunk"),
        head("9112 7.1", "a space before it", CHUNKED + "\r\n 2\r\n{}", 400, "chunk"),
        head("9112 7.1", "a space behind it", CHUNKED + "\r\n2 \r\n{}", 400, "chunk"),
        head("9112 7.1", "more than it says", CHUNKED + "\r\n1\r\n{}\r\n0\r\n", 400, "chunk"),
        head("9112 7.1", "line feeds", CHUNKED + "\r\n2\n{}\n0\n\n", 400, "CR LF"),
        head("9112 7.1", "an overflow", CHUNKED + "\r\nFFFFFFFFFFFFFFFF\r\n", 413, "262144"),
        head("9112 7.1", "a wrapped one", CHUNKED + "\r\n10000000000000002\r\n{}", 413, "262144"),
        head("9112 7.1", "too many bytes", CHUNKED + "\r\n40001\r\n", 413, "262144"),
        head(
            "9112 7.1.1",
            "a long extension",
            CHUNKED + "\r\n2;" + "a".repeat(300) + "\r\n",
            400,
            "chunk"),
        head("9112 7.1.2", "a bad trailer", CHUNKED + "\r\n0\r\nX : a\r\n", 400, "NAME: VALUE"),
        head(
            "9112 7.1.2",
            "many trailers",
            CHUNKED + "\r\n0\r\n" + "X: a\r\n".repeat(101),
            431,
            "100"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void answers(Row row) throws IOException {
    String answer = exchange(row.request());

    assertThat(answer).startsWith("HTTP/1.1 " + row.status() + " ");
    String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
    String body = answer.substring(head.length() + 4);
    assertThat(head).contains("\r\nContent-Type: application/json", "\r\nConnection: close");
    assertThat(body).contains(row.said());
    if (row.request().startsWith("HEAD")) {
      assertThat(body).isEmpty();
      return;
    }
    assertThat(head)
        .contains("\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
    JsonNode json = Codec.readObject(body);
    if (row.status() != 200) {
      assertThat(json.path("code").asText()).isNotBlank();
      assertThat(json.path("message").asText()).startsWith("expected ");
    }
  }

  private static String exchange(String request) throws IOException {
    int port = simulator.controlUri().orElseThrow().getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(8_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
